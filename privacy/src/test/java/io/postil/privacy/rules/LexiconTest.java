package io.postil.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.AnyText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Reading a text once for the words of all rules finds what looking for each word by itself finds. */
class LexiconTest {
    private static final List<Rule> RULES = Catalogue.all();
    private static final Lexicon LEXICON = new Lexicon(RULES);

    @Property(tries = 300)
    void shouldFindTheSameWords(@ForAll("wordy") String text) {
        var plain = new Reading(ShadowText.of(text));
        var once = new Reading(ShadowText.of(text), LEXICON);

        for (Rule rule : RULES) {
            for (Words words : rule.words()) {
                assertThat(places(once.hitsOf(words))).isEqualTo(places(plain.hitsOf(words)));
            }
        }
    }

    @Property(tries = 200)
    @Domain(AnyText.class)
    @Domain(DomainContext.Global.class)
    void shouldMakeNoDifferenceToAnyRule(@ForAll String text) {
        for (Rule rule : RULES) {
            assertThat(findings(rule, new Reading(ShadowText.of(text), LEXICON)))
                    .isEqualTo(findings(rule, new Reading(ShadowText.of(text))));
        }
    }

    @Provide
    Arbitrary<String> wordy() {
        var words = RULES.stream()
                .flatMap(rule -> rule.words().stream())
                .flatMap(list -> list.all().stream())
                .toList();
        return Arbitraries.oneOf(Arbitraries.of(words), Arbitraries.of(" ", ": ", "s", "12", "-", "x", ".", "\u00e9"))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static List<List<Integer>> places(Spans hits) {
        var places = new ArrayList<List<Integer>>();
        for (int hit = 0; hit < hits.count(); hit++) {
            places.add(List.of(hits.start(hit), hits.end(hit)));
        }
        return places;
    }

    private static List<List<Object>> findings(Rule rule, Reading reading) {
        var findings = new ArrayList<List<Object>>();
        rule.find(reading, (start, end, score) -> findings.add(List.of(start, end, score)));
        return findings;
    }
}
