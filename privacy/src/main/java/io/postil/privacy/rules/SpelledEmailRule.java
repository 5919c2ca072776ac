package io.postil.privacy.rules;

import com.google.re2j.Pattern;
import io.postil.privacy.Types;

/** E-mail addresses with their signs spelled out: {@code jean point dupont arobase example point fr}, {@code ada [at] example.com}. */
final class SpelledEmailRule implements Rule {
    private static final String NAME = "[a-z0-9_+-]+";
    private static final String DOT = "(?: ?\\. ?| ?[\\[({] ?(?:dot|point|punkt|punto|ponto)? ?[\\])}] ?"
            + "| (?:dot|point|punkt|punto|ponto|cham) )";
    private static final String UNMISTAKABLE = "(?: ?[\\[({<] ?(?:at|arobase|arroba|chez|a) ?[\\])}>] ?"
            + "| (?:arobase|arobas|arroba|at sign|klammeraffe|chiocciola|a cong|apenstaartje) )";
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b" + NAME + "(?:" + DOT + NAME + "){0,3}(?:"
            + UNMISTAKABLE + NAME + "(?:" + DOT + NAME + "){1,3}" + "| at " + NAME + "(?: dot " + NAME + "){1,3})\\b");
    private static final Words SIGNS = Words.of(
            "at", "arobase", "arobas", "arroba", "at sign", "klammeraffe", "chiocciola", "a cong", "apenstaartje");
    private static final int REACH = 160;

    @Override
    public String name() {
        return "email-spelled";
    }

    @Override
    public String type() {
        return Types.EMAIL;
    }

    @Override
    public String about() {
        return "e-mail addresses with the at sign and dots spelled out";
    }

    @Override
    public void find(Reading reading, Found found) {
        var lower = reading.lower();
        for (Zones.Zone zone :
                Zones.around(reading.positionsOf(SIGNS), REACH, lower.length()).all()) {
            var matcher = ADDRESS.matcher(lower.substring(zone.start(), zone.end()));
            while (matcher.find()) {
                found.at(zone.start() + matcher.start(), zone.start() + matcher.end(), 0.7);
            }
        }
    }
}
