package io.postil.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.privacy.Finding;
import io.postil.privacy.Masked;
import io.postil.privacy.Masker;
import io.postil.privacy.MaskingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What rules find is listed, a case a line, in {@code found.csv}; what they leave alone in {@code left.csv}. */
class RulesTest {
    private final Masker masker = new Masker(Rules.standard());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "found.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = true)
    void shouldFind(String text, String expected) {
        assertThat(mask(text).text()).isEqualTo(unescaped(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "left.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = true)
    void shouldLeaveAlone(String text) {
        assertThat(mask(text).text()).isEqualTo(unescaped(text));
    }

    @Test
    void shouldFindAPostalCodeWithItsPlaceAloneOnALine() {
        assertThat(mask("to the office\n08025 Quillville\nand 12345 Quills").text())
                .isEqualTo("to the office\n[ADDRESS]\nand 12345 Quills");
    }

    @Test
    void shouldNotShowTheTextWhenARuleFails() {
        var failing = new Rules(List.of(new FailingRule()));

        assertThatThrownBy(() -> failing.find("canary"))
                .isInstanceOf(MaskingException.class)
                .hasMessage("rule failing failed: IllegalStateException")
                .hasNoCause();
    }

    @Test
    void shouldNameEveryRuleOnce() {
        assertThat(Rules.standard().descriptions())
                .extracting(Rules.Description::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldGiveOffsetsOfTheTextAsSent() {
        var text = "😀 ＋３３ ６ １２ ３４ ５６ ７８ 😀";

        var phone = Rules.standard().find(text).stream()
                .filter(finding -> finding.by().equals("phone"))
                .findFirst()
                .orElseThrow();

        assertThat(phone).extracting(Finding::start, Finding::end).containsExactly(3, text.length() - 3);
    }

    private Masked mask(String text) {
        return masker.mask(unescaped(text), List.of());
    }

    /** Cases are plain to read: line breaks and invisible characters are written as Java escapes. */
    private static String unescaped(String text) {
        return text.translateEscapes()
                .replace("<ZWSP>", "\u200b")
                .replace("<SHY>", "\u00ad")
                .replace("<NBSP>", "\u00a0");
    }

    private record FailingRule() implements Rule {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public String type() {
            return "NOTHING";
        }

        @Override
        public String about() {
            return "nothing";
        }

        @Override
        public void find(Reading reading, Found found) {
            throw new IllegalStateException(reading.text());
        }
    }
}
