package io.postil.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.privacy.Finding.Source;
import io.postil.privacy.rules.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskerTest {
    private final Masker masker = new Masker(Rules.standard());

    @Test
    void shouldReplaceWhatRulesAndModelFind() {
        var masked = masker.mask("Ada wrote to ada@example.com", List.of(model("PERSON", 0, 3)));

        assertThat(masked.text()).isEqualTo("[PERSON] wrote to [EMAIL]");
        assertThat(masked.spans()).extracting(span -> span.finding().by()).containsExactly("model-1", "email");
    }

    @Test
    void shouldSayWhereTheMasksStand() {
        var masked = masker.mask("To ada@example.com!", List.of());

        var span = masked.spans().get(0);
        assertThat(masked.text().substring(span.maskedStart(), span.maskedEnd()))
                .isEqualTo(span.replacement())
                .isEqualTo("[EMAIL]");
        assertThat(span.finding().start()).isEqualTo(3);
        assertThat(span.finding().end()).isEqualTo(18);
    }

    @Test
    void shouldCoverEverythingWhenFindingsOverlap() {
        var masked = masker.mask("call Tarquin Oakley Road", List.of(model("PERSON", 5, 19), model("ADDRESS", 9, 24)));

        assertThat(masked.text()).isEqualTo("call [ADDRESS]");
    }

    @Test
    void shouldPreferTheTypeThatSaysMoreWhenTwoAreEquallyLong() {
        var masked = masker.mask("ada@example.com", List.of(model("ORGANIZATION", 0, 15)));

        assertThat(masked.text()).isEqualTo("[EMAIL]");
    }

    @Test
    void shouldMakeFirstAndLastNameOnePerson() {
        var masked = masker.mask("Ada Byron left", List.of(model("PERSON", 4, 9), model("PERSON", 0, 3)));

        assertThat(masked.text()).isEqualTo("[PERSON] left");
    }

    @Test
    void shouldTakeTheInitialBetweenNames() {
        var text = "Ada M Byron, Eve Q. Quill and Eve I met";

        var masked = masker.mask(
                text,
                List.of(
                        model("PERSON", 0, 3),
                        model("PERSON", 6, 11),
                        model("PERSON", 13, 16),
                        model("PERSON", 20, 25),
                        model("PERSON", 30, 33)));

        assertThat(masked.text()).isEqualTo("[PERSON], [PERSON] and [PERSON] I met");
    }

    @Test
    void shouldLeaveWhatLooksLikeAMaskAlone() {
        var masked = masker.mask("[PERSON] met Ada [EMAIL]", List.of(model("PERSON", 13, 16)));

        assertThat(masked.text()).isEqualTo("[PERSON] met [PERSON] [EMAIL]");
        assertThat(masked.unmask(List.of("Ada"))).isEqualTo("[PERSON] met Ada [EMAIL]");
    }

    @Test
    void shouldNotRepeatTheOriginalInTheMask() {
        var masked = masker.mask("PERSON and MASKED", List.of(model("PERSON", 0, 6), model("MASKED", 11, 17)));

        assertThat(masked.text()).isEqualTo("[MASKED] and ***");
    }

    @Test
    void shouldTakeAWholeEmojiAndItsMarks() {
        var text = "x👩‍🚀é y";

        var masked = masker.mask(text, List.of(model("PERSON", 2, 3), model("PERSON", 6, 7)));

        assertThat(masked.text()).isEqualTo("x[PERSON] y");
    }

    @Test
    void shouldRefuseAFindingThatIsNotInTheText() {
        assertThatThrownBy(() -> masker.mask("secret", List.of(model("PERSON", 3, 7))))
                .isInstanceOf(MaskingException.class)
                .hasMessage("finding of model-1 ends at 7 in a text of 6 code units");
    }

    @Test
    void shouldMaskNothingInAnEmptyText() {
        assertThat(masker.mask("", List.of())).isEqualTo(new Masked("", List.of()));
    }

    private static Finding model(String type, int start, int end) {
        return new Finding(type, start, end, 0.9, Source.MODEL, "model-1");
    }
}
