package io.postil.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpelledNumberTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    four one one one                    | 4111
                    oh seven double nine                | 0799
                    seven triple eight one              | 78881
                    zero six trente-neuf                | 0639
                    quatre-vingt-dix-huit douze         | 9812
                    soixante et onze, quatre vingts     | 7180
                    null eins, siebenundzwanzig         | 0127
                    dos tres treinta y uno              | 2331
                    uno due trentuno                    | 1231
                    khong chin 12 ba                    | 09123
                    """)
    void shouldBeTheDigitsItStandsFor(String words, String digits) {
        assertThat(SpelledNumber.at(words, 0).digits()).isEqualTo(digits);
    }

    @Test
    void shouldEndBeforeWhatIsNoNumber() {
        var number = SpelledNumber.at("one two and three and more", 0);

        assertThat(number.end()).isEqualTo("one two and three".length());
    }

    @ParameterizedTest
    @CsvSource({"one two three four,true", "neun acht sieben,true", "one one one one,false", "one two four,false"})
    void shouldTellCountingFromNumbers(String words, boolean isCount) {
        assertThat(SpelledNumber.at(words, 0).isCount()).isEqualTo(isCount);
    }
}
