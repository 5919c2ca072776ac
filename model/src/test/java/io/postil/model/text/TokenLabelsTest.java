package io.postil.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Field;
import io.postil.model.train.LearnerOptions.Alignment;
import io.postil.model.train.TrainingItem.Gold;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLabelsTest {
    private static final TagSet TAGS = new TagSet(List.of("O", "B-PER", "I-PER"));
    /** Three words between special tokens: two of two tokens that are a span together, and one of two beside it. */
    private static final Encoded THREE_WORDS = new Encoded(
            new int[] {1, 10, 11, 12, 13, 14, 15, 2},
            new int[8],
            new int[] {-1, 0, 0, 0, 0, 0, 0, -1},
            new int[] {-1, 0, 0, 1, 1, 2, 2, -1},
            new int[] {0, 0, 2, 5, 7, 10, 12, 0},
            new int[] {0, 2, 4, 7, 9, 12, 14, 0});

    @ParameterizedTest
    @CsvSource({
        "FIRST,     '-100, 1, -100, 2, -100, 0, -100, -100'",
        "CONTINUED, '-100, 1, 2, 2, 2, 0, 0, -100'",
        "REPEATED,  '-100, 1, 1, 2, 2, 0, 0, -100'"
    })
    void shouldLabelTheTokensOfAWordAsAskedFor(Alignment alignment, String expected) {
        int[] labels = new TokenLabels(TAGS, alignment).of(THREE_WORDS, List.of(new Gold(Field.TEXT, "PER", 0, 9)));

        assertThat(labels).containsExactly(numbers(expected));
    }

    private static Integer[] numbers(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Integer::valueOf)
                .toArray(Integer[]::new);
    }
}
