package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {
    @ParameterizedTest(name = "{0}: {1} as {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    call j or k today               | j                  | PERSON  | false
                    call J or K today               | J                  | PERSON  | true
                    go to bay B17 now               | bay B17            | ADDRESS | false
                    Salle 118, porte B              | Salle 118, porte B | ADDRESS | false
                    flat 2, 9 Tanner Row, door 4    | 9 Tanner Row, door 4 | ADDRESS | true
                    it is RX 4410 2981 5 today      | RX 4410 2981 5     | ADDRESS | false
                    PLZ 10115 bitte                 | 10115              | ADDRESS | true
                    SW1A 1AA please                 | SW1A 1AA           | ADDRESS | true
                    wash it at 60 Grad              | 60                 | AGE     | false
                    it takes 35 phút                | 35                 | AGE     | false
                    at 40 % off                     | 40                 | AGE     | false
                    she is 60                       | 60                 | AGE     | true
                    he is 52 ans                    | 52                 | AGE     | true
                    room 450 is free                | 450                | AGE     | false
                    see 14 bis 18 there             | 14 bis 18          | DATE    | false
                    on 3 Mai 19 again               | 3 Mai 19           | DATE    | true
                    in 3.07 now                     | 3.07               | DATE    | false
                    mit 12 Zeichen bitte            | 12 Zeichen         | DATE    | false
                    oui j'avoue tout                | j'avoue            | PERSON  | false
                    de n'Diaye                      | Diaye              | PERSON  | true
                    Bonjour Madame, merci           | Madame             | TITLE   | false
                    Bonjour Madame Okafor           | Madame             | TITLE   | true
                    see Dr. Okafor                  | Dr                 | TITLE   | true
                    on 3.07.2021 now                | 3.07.2021          | DATE    | true
                    """)
    void shouldTellWhatAModelCannotMean(String text, String value, String type, boolean fits) {
        int start = text.indexOf(value);
        var finding = new Finding(type, start, start + value.length(), 0.6, Source.MODEL, "1");

        assertThat(Shapes.fits(finding, text)).isEqualTo(fits);
    }
}
