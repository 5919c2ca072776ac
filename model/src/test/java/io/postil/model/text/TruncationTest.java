package io.postil.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are what the tokenizers library keeps under longest_first. */
final class TruncationTest {

    @ParameterizedTest
    @CsvSource({
        "10, 0, 12, 10, 0",
        "10, 0, 8, 6, 0",
        "10, 3, 13, 7, 3",
        "3, 10, 13, 3, 7",
        "10, 9, 13, 5, 5",
        "10, 9, 14, 6, 5",
        "9, 10, 14, 5, 6",
        "10, 10, 14, 5, 6",
        "30, 20, 10, 4, 3"
    })
    void shouldCutTheLongerTextFirst(int first, int second, int longest, int keptFirst, int keptSecond) {
        Encoded kept = Truncation.longestFirst(Tokens.of(first, second), longest);

        assertThat(kept.count(Field.TEXT)).isEqualTo(keptFirst);
        assertThat(kept.count(Field.TEXT_PAIR)).isEqualTo(keptSecond);
        assertThat(kept.size()).isLessThanOrEqualTo(longest);
    }

    @Test
    void shouldCutTheBeginningsWhereTheTokenizerAsksForIt() {
        Encoded tokens = Tokens.of(10, 9);

        Encoded kept = Truncation.longestFirst(tokens, 13, Truncation.Cut.BEGINNING);

        assertThat(kept.count(Field.TEXT)).isEqualTo(5);
        assertThat(kept.count(Field.TEXT_PAIR)).isEqualTo(5);
        assertThat(kept.start(1)).isEqualTo(tokens.start(6));
        assertThat(kept.end(kept.size() - 2)).isEqualTo(tokens.end(tokens.size() - 2));
    }
}
