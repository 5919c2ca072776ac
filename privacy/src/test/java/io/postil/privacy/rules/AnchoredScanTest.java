package io.postil.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Patterns are read from words near digits only, which must find the same as reading them from every place would. */
class AnchoredScanTest {
    private final List<PatternRule> rules = Catalogue.all().stream()
            .filter(PatternRule.class::isInstance)
            .map(PatternRule.class::cast)
            .toList();

    @Property(tries = 300)
    void shouldFindWhatAScanOverAllPlacesFinds(@ForAll("texts") String text) {
        var reading = new Reading(ShadowText.of(text));

        for (PatternRule rule : rules) {
            var anchored = new ArrayList<Zones.Zone>();
            rule.find(reading, (start, end, score) -> anchored.add(new Zones.Zone(start, end)));

            assertThat(anchored).as(rule.name()).isEqualTo(everywhere(rule, reading));
        }
    }

    private static List<Zones.Zone> everywhere(PatternRule rule, Reading reading) {
        var found = new ArrayList<Zones.Zone>();
        for (int start = 0; start < reading.lower().length(); start++) {
            int end = Reading.isInside(reading.lower(), start)
                    ? -1
                    : rule.pattern().wholeEnd(reading.lower(), start);
            if (end > start && rule.check().test(reading.text().substring(start, end))) {
                found.add(new Zones.Zone(start, end));
            }
        }
        return found;
    }

    @Provide
    Arbitrary<String> texts() {
        var codes = Arbitraries.of(
                "12345678Z",
                "X1234567L",
                "X-1234567-L",
                "RSSMRA85T10A562S",
                "QQ123456C",
                "QQ 12 34 56 C",
                "FR40303265045",
                "1 85 05 2A 006 084 91",
                "65180575K003",
                "15 070649 C 103",
                "DE136695976",
                "ESX9999999X");
        var other =
                Arbitraries.strings().withChars("aZ19 -.\n\u00e9\uff11\u200b").ofMaxLength(12);
        return Arbitraries.oneOf(codes, other).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }
}
