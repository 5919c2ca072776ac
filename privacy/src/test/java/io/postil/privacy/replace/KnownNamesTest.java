package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {
    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    we read Sherlock Holmes at school   | Holmes           | given-name      | PERSON  | true
                    EARL GREY, please                   | EARL             | given-name      | PERSON  | true
                    đọc Chí Phèo chưa                   | Chí Phèo         | name-vietnamese | PERSON  | true
                    I am Sherlock Holmes, flat 3        | Sherlock Holmes  | name-introduced | PERSON  | false
                    play Hey Jude again                 | Jude             | name-greeted    | PERSON  | true
                    for Sherlock, Holmes is away        | Holmes           | given-name      | PERSON  | false
                    Sherlock Holmes Quibble called      | Holmes Quibble   | given-name      | PERSON  | false
                    Sherlock Holmes                     | Sherlock         | denied          | ADDRESS | false
                    """)
    void shouldHoldWhatLiesWithinAKnownName(String text, String found, String by, String type, boolean isHeld) {
        int start = text.indexOf(found);
        var finding = new Finding(type, start, start + found.length(), 0.9, Source.RULE, by);

        assertThat(new KnownNames(text).hold(finding)).isEqualTo(isHeld);
    }
}
