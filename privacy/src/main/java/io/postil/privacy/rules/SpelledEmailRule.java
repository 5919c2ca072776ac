package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;

/** E-mail addresses with their signs spelled out: {@code jean point dupont arobase example point fr}, {@code ada [at] example.com}. */
final class SpelledEmailRule implements Rule {
    private static final String NAME = "[a-z0-9_+-]+";
    static final String JOINTS = "dot|point|punkt|punto|ponto|cham|punt|kropka";
    private static final String DOT =
            "(?: ?\\. ?| ?[\\[({] ?(?:dot|point|punkt|punto|ponto)? ?[\\])}] ?| (?:" + JOINTS + ") )";
    private static final String JOINT = "(?:" + DOT
            + "| (?:tiret|tiret bas|underscore|dash|hyphen|plus|mas|piu|bindestrich|unterstrich|minus|guion|guion bajo|trattino|trattino basso|gach|gach duoi|gach ngang) )";
    private static final String DOMAIN = NAME + "(?:" + DOT + NAME + "){1,3}";
    /** After {@code ada [}. */
    private static final LinearPattern IN_BRACKETS = LinearPattern.of(
            "(?:at|at sign|arobase|arobas|arroba|chez|a|a cong|a moc|apenstaartje|malpa|chiocciola|chiocciolina|klammeraffe) ?[\\])}>] ?"
                    + DOMAIN);

    private static final LinearPattern UNMISTAKABLE = LinearPattern.of(
            "(?:arobase|arobas|arroba|at sign|klammeraffe|chiocciola|chiocciolina|a cong|a moc|apenstaartje|malpa) "
                    + DOMAIN);
    private static final LinearPattern AT =
            LinearPattern.of("(?:at|chez|a) " + NAME + "(?: (?:" + JOINTS + ") " + NAME + "){1,3}");
    private static final LinearPattern AT_PLAIN = LinearPattern.of("at " + NAME + "(?:\\." + NAME + "){1,3}");
    /** Such as only names of accounts have. */
    private static final LinearPattern ACCOUNT = LinearPattern.backwards("[a-z0-9]+[._][a-z0-9._]*[a-z0-9]");

    private static final LinearPattern BEFORE = LinearPattern.backwards(NAME + "(?:" + JOINT + NAME + "){0,3}");
    private static final Words SIGNS = Words.of(
            "at",
            "arobase",
            "arobas",
            "arroba",
            "at sign",
            "klammeraffe",
            "chiocciola",
            "chiocciolina",
            "a cong",
            "a moc",
            "a",
            "apenstaartje",
            "malpa",
            "chez");
    private static final double SCORE = 0.7;

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
    public List<Words> words() {
        return List.of(SIGNS);
    }

    @Override
    public void find(Reading reading, Found found) {
        var lower = reading.lower();
        var signs = reading.hitsOf(SIGNS);
        for (int sign = 0; sign < signs.count(); sign++) {
            int at = signs.start(sign);
            int localEnd = localEnd(lower, at);
            int end = localEnd < 0 ? -1 : end(lower, at, localEnd);
            int start = end < 0 ? -1 : BEFORE.wholeStart(lower, localEnd);
            if (start >= 0) {
                found.at(start, end, SCORE);
            }
        }
    }

    /** Where the local part ends before a sign: before a bracket, or a space. */
    private static int localEnd(String lower, int sign) {
        int at = skipSpaceBefore(lower, sign);
        if (at > 0 && "[({<".indexOf(lower.charAt(at - 1)) >= 0) {
            return skipSpaceBefore(lower, at - 1);
        }
        return at > 0 && at < sign ? at : -1;
    }

    private static int end(String lower, int sign, int localEnd) {
        boolean isBracketed = "[({<".indexOf(lower.charAt(skipSpaceBefore(lower, sign) - 1)) >= 0;
        if (isBracketed) {
            return IN_BRACKETS.wholeEnd(lower, sign);
        }
        int unmistakable = UNMISTAKABLE.wholeEnd(lower, sign);
        return unmistakable >= 0 ? unmistakable : weakEnd(lower, sign, localEnd);
    }

    /** Where the sign is a word of the language too, the end must be a top-level domain. */
    private static int weakEnd(String lower, int sign, int localEnd) {
        int end = AT.wholeEnd(lower, sign);
        if (end < 0 && ACCOUNT.wholeStart(lower, localEnd) >= 0) {
            end = AT_PLAIN.wholeEnd(lower, sign);
        }
        int label = end;
        while (label > 0 && Character.isLetter(lower.charAt(label - 1))) {
            label--;
        }
        return end >= 0 && isTop(lower.substring(label, end)) ? end : -1;
    }

    /** {@code com.example.Fault at Order.java} is a place in a program. */
    private static boolean isTop(String label) {
        return DomainRule.isTopLevel(label) && !DomainRule.SOURCES.contains(label);
    }

    private static int skipSpaceBefore(String text, int at) {
        return at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
    }
}
