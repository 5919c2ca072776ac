package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonWordsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    Quibble arrives again tomorrow      | Quibble arrives        | Quibble
                    on se voit chez quibble dimanche    | chez quibble dimanche  | quibble
                    hay que comprar huevos              | huevos                 | ''
                    Buonasera a tutti                   | Buonasera              | ''
                    Der Bescheid ist von Frau Quibble   | Bescheid               | ''
                    we met Bescheid there               | Bescheid               | Bescheid
                    she is with de Quibble now          | with de Quibble        | de Quibble
                    ciao volevo un conto                | volevo                 | ''
                    wir haben Hoffnung und sind da      | Hoffnung               | ''
                    of any national origin              | national               | ''
                    giá phòng bao nhiêu                 | phòng                  | ''
                    where is the Arrives of Quibble     | Arrives of Quibble     | Arrives of Quibble
                    """)
    void shouldTakeCommonWordsOffTheEndsOfAName(String text, String found, String left) {
        int start = text.indexOf(found);
        var finding = new Finding("PERSON", start, start + found.length(), 0.9, Source.MODEL, "1");

        var trimmed = new CommonWords(text).trimmed(finding);

        assertThat(trimmed.map(each -> text.substring(each.start(), each.end())).orElse(""))
                .isEqualTo(left);
    }

    @Test
    void shouldLeaveWhatARuleFound() {
        var finding = new Finding("PERSON", 0, 7, 0.9, Source.RULE, "name");

        assertThat(new CommonWords("arrives now").trimmed(finding)).contains(finding);
    }
}
