package io.postil.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.postil.model.text.Aggregation.Group;
import io.postil.model.text.Aggregation.ScoredToken;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AggregationTest {
    private static final List<String> LABELS = List.of("O", "B-PER", "I-PER");

    /** One word of two tokens that disagree, then a word outside. */
    private static final List<ScoredToken> TOKENS = List.of(
            token(0, 3, false, 0.3, 0.6, 0.1), token(3, 5, true, 0.9, 0.05, 0.05), token(6, 8, false, 0.8, 0.1, 0.1));

    @Test
    void shouldKeepEachTokenAndItsPrefixWhenNothingIsAggregated() {
        assertThat(Aggregation.NONE.groups(TOKENS, LABELS, Set.of("O"))).containsExactly(new Group("B-PER", 0.6, 0, 3));
    }

    @Test
    void shouldSplitAWordWhenOnlyNeighboursOfOneTypeJoin() {
        assertThat(Aggregation.SIMPLE.groups(TOKENS, LABELS, Set.of("O"))).containsExactly(new Group("PER", 0.6, 0, 3));
    }

    @Test
    void shouldGiveAWordTheLabelOfItsFirstToken() {
        assertThat(Aggregation.FIRST.groups(TOKENS, LABELS, Set.of("O"))).containsExactly(new Group("PER", 0.6, 0, 5));
    }

    @Test
    void shouldGiveAWordTheLabelOfItsSurestToken() {
        assertThat(Aggregation.MAX.groups(TOKENS, LABELS, Set.of("O"))).isEmpty();
    }

    @Test
    void shouldGiveAWordTheLabelThatIsHighestOnAverage() {
        List<Group> groups = Aggregation.AVERAGE.groups(TOKENS, LABELS, Set.of());

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.label()).isEqualTo("O");
            assertThat(group.score()).isCloseTo((0.6 + 0.8) / 2, within(1e-12));
        });
    }

    @Test
    void shouldBeginAGroupAtEachB() {
        List<ScoredToken> twice = List.of(token(0, 3, false, 0.1, 0.8, 0.1), token(4, 7, false, 0.1, 0.8, 0.1));

        assertThat(Aggregation.SIMPLE.groups(twice, LABELS, Set.of("O"))).hasSize(2);
    }

    @Property(tries = 200)
    void shouldGroupWordsOfOneTokenAlikeByEveryRule(
            @ForAll @Size(max = 8) List<@Size(3) List<@DoubleRange(min = 0, max = 1) Double>> scores) {
        List<ScoredToken> words = scores.stream()
                .map(row -> token(0, 1, false, row.get(0), row.get(1), row.get(2)))
                .toList();

        List<Group> simple = Aggregation.SIMPLE.groups(words, LABELS, Set.of());

        assertThat(Aggregation.FIRST.groups(words, LABELS, Set.of())).isEqualTo(simple);
        assertThat(Aggregation.AVERAGE.groups(words, LABELS, Set.of())).isEqualTo(simple);
        assertThat(Aggregation.MAX.groups(words, LABELS, Set.of())).isEqualTo(simple);
    }

    private static ScoredToken token(int start, int end, boolean continues, double... scores) {
        return new ScoredToken(scores, start, end, continues);
    }
}
