package io.postil.privacy.rules;

import com.google.re2j.Pattern;
import io.postil.privacy.Types;
import java.util.ArrayList;
import java.util.List;

/** All rules there are, in the order of the reference page. */
final class Catalogue {
    private Catalogue() {}

    static List<Rule> all() {
        var rules = new ArrayList<Rule>();
        rules.addAll(List.of(new EmailRule(), new SpelledEmailRule(), new PhoneRule(), Cards.rule(), new IbanRule()));
        rules.addAll(List.of(new IpRule(), new MacRule(), UrlRule.any(), UrlRule.withPassword(), new DomainRule()));
        rules.addAll(List.of(DateRule.any(), DateRule.ofBirth(), coordinates(), new CryptoRule(), new SecretRule()));
        rules.addAll(NationalNumbers.rules());
        rules.addAll(NationalCodes.rules());
        rules.addAll(CompanyNumbers.rules());
        rules.addAll(Labelled.rules());
        return rules;
    }

    private static Rule coordinates() {
        return new PatternRule(
                "coordinates",
                Types.COORDINATES,
                "pairs of latitude and longitude, in decimals or in degrees and minutes",
                part -> part.indexOf('.') >= 0 || part.indexOf('\u00b0') >= 0,
                Pattern.compile("-?[0-9]{1,2}\\.[0-9]{3,}[ ]?[NS]?(?:[,;/] ?| )(?:lon|lng|long|longitude)?[:= ]{0,2}"
                        + "-?[0-9]{1,3}\\.[0-9]{3,}[ ]?[EWO]?"
                        + "|[0-9]{1,2}° ?[0-9]{1,2}['′] ?(?:[0-9.]{1,6}[\"″] ?)?[NS],? ?"
                        + "[0-9]{1,3}° ?[0-9]{1,2}['′] ?(?:[0-9.]{1,6}[\"″] ?)?[EWO]"),
                match -> true,
                0.6);
    }
}
