package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppearanceTest {
    @ParameterizedTest(name = "{0}: {1} as {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    My boss said nothing today   | said      | PERSON   | -0.5
                    my boss said nothing today   | said      | PERSON   | 0
                    We saw old Quibble at lunch  | Quibble   | PERSON   | 0.15
                    We left. Quibble came later  | Quibble   | PERSON   | 0
                    Der Hund frisst Brot am Tag  | Brot      | PERSON   | 0
                    It closes in september again | september | DATE     | -0.4
                    It closes on 4 may this year | 4 may     | DATE     | 0
                    Total: 57.20 incl. VAT is it | 57.20     | ADDRESS  | -0.4
                    My boss said nothing today   | nothing   | PROJECT  | 0
                    The file 1187/2021 is closed | 1187/2021 | DATE     | -1
                    We met 3/2021 and in 2019 so | 3/2021    | DATE     | 0
                    It is 12,345.67 net of taxes | 12,345.67 | PHONE    | -1
                    It is 4.990.000 in dong here | 4.990.000 | PHONE    | -1
                    The part 06A 906 461 is away | 06A 906 461 | PHONE  | -1
                    Ring 555 0199 22 for details | 555 0199 22 | PHONE  | 0
                    Ring oh two oh seven nine    | oh two oh seven nine | PHONE | 0
                    """)
    void shouldWeighWhatAModelFoundByItsLook(String text, String value, String type, double weight) {
        int start = text.indexOf(value);
        var finding = new Finding(type, start, start + value.length(), 0.6, Source.MODEL, "1");

        assertThat(Appearance.of(text).weight(finding)).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource({"PERSON", "DATE"})
    void shouldNotDoubtRules(String type) {
        var finding = new Finding(type, 3, 7, 0.6, Source.RULE, "name");

        assertThat(Appearance.of("My boss said").weight(finding)).isZero();
    }
}
