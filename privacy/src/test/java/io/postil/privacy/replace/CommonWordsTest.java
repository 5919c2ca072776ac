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
                    HÀNG ĐÃ HẾT, XIN CHỜ THÁNG SAU      | THÁNG                  | ''
                    DOOR CLOSED UNTIL MONDAY MORNING    | CLOSED                 | ''
                    we saw CLOSED near the door         | CLOSED                 | CLOSED
                    thứ hai shop nghỉ nhé               | thứ                    | ''
                    bé thu ngủ rồi nhé                  | thu                    | thu
                    does it run on Windows too          | Windows                | ''
                    where is the Arrives of Quibble     | Arrives of Quibble     | Arrives of Quibble
                    """)
    void shouldTakeCommonWordsOffTheEndsOfAName(String text, String found, String left) {
        int start = text.indexOf(found);
        var finding = new Finding("PERSON", start, start + found.length(), 0.9, Source.MODEL, "1");

        var trimmed = new CommonWords(text).trimmed(finding);

        assertThat(trimmed.map(each -> text.substring(each.start(), each.end())).orElse(""))
                .isEqualTo(left);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    hoa đào thì chưa nở          | đào thì chưa | 0
                    anh đào thị hoa đến          | đào thị hoa  | 1
                    """)
    void shouldDoubtVietnameseNamesThatHoldAWordOfNoName(String text, String found, int left) {
        int start = text.indexOf(found);
        var finding = new Finding("PERSON", start, start + found.length(), 0.8, Source.RULE, "name-vietnamese");

        assertThat(new CommonWords(text).trimmed(finding).stream()).hasSize(left);
    }

    @Test
    void shouldLeaveWhatARuleFound() {
        var finding = new Finding("PERSON", 0, 7, 0.9, Source.RULE, "name");

        assertThat(new CommonWords("arrives now").trimmed(finding)).contains(finding);
    }
}
