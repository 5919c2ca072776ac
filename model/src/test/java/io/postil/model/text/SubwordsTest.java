package io.postil.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Entity;
import io.postil.model.Field;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubwordsTest {
    /** "Ada", then "Love" and "lace" of one word. */
    private static final Encoded TOKENS = new Encoded(
            new int[] {1, 2, 3}, new int[3], new int[3], new int[] {0, 1, 1}, new int[] {0, 4, 8}, new int[] {3, 8, 12
            });

    private static final String TEXT = "Ada Lovelace";

    @Test
    void shouldTellByTheNamesOfTokensWhereTheyAreMarked() {
        Subwords marked = new Subwords(Map.of(1, "ada", 2, "love", 3, "##lace"), OptionalInt.empty());

        assertThat(marked.continuesWord(TEXT, TOKENS, 1)).isFalse();
        assertThat(marked.continuesWord(TEXT, TOKENS, 2)).isTrue();
    }

    @Test
    void shouldTellByBlanksWhereTokensAreNotMarked() {
        Subwords unmarked = new Subwords(Map.of(), OptionalInt.empty());

        assertThat(unmarked.continuesWord(TEXT, TOKENS, 0)).isFalse();
        assertThat(unmarked.continuesWord(TEXT, TOKENS, 1)).isFalse();
        assertThat(unmarked.continuesWord(TEXT, TOKENS, 2)).isTrue();
    }

    @Test
    void shouldTakeAnUnknownTokenForAWord() {
        assertThat(new Subwords(Map.of(), OptionalInt.of(3)).continuesWord(TEXT, TOKENS, 2))
                .isFalse();
    }

    @Test
    void shouldMakeOneSpanOfAWordWhoseTokensDisagree() {
        Logits logits = Logits.of(new float[] {5, 0, 0, 5, 5, 0}, 2);
        AggregatedDecoder first = new AggregatedDecoder(
                Aggregation.FIRST, List.of("O", "B-PER"), Set.of("O"), new Subwords(Map.of(), OptionalInt.empty()));

        List<Entity> entities = first.decode(Field.TEXT, TEXT, TOKENS, logits);

        assertThat(entities).singleElement().satisfies(entity -> {
            assertThat(entity.type()).isEqualTo("PER");
            assertThat(entity.start()).isEqualTo(4);
            assertThat(entity.end()).isEqualTo(12);
        });
    }
}
