package io.postil.model.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BatchPlanTest {

    @Property
    void shouldPutEachRequestIntoExactlyOneBatch(
            @ForAll @Size(max = 200) List<@IntRange(max = 600) Integer> tokens,
            @ForAll @IntRange(min = 1, max = 512) int budget,
            @ForAll @IntRange(min = 1, max = 64) int count) {
        List<List<Integer>> plan = BatchPlan.of(tokens, size -> size, budget, count);

        assertThat(plan.stream().flatMap(List::stream).toList()).containsExactlyInAnyOrderElementsOf(tokens);
        assertThat(plan).noneMatch(List::isEmpty);
    }

    @Property
    void shouldKeepTheBudgetUnlessASingleRequestIsOverIt(
            @ForAll @Size(max = 200) List<@IntRange(max = 600) Integer> tokens,
            @ForAll @IntRange(min = 1, max = 512) int budget,
            @ForAll @IntRange(min = 1, max = 64) int count) {
        List<List<Integer>> plan = BatchPlan.of(tokens, size -> size, budget, count);

        assertThat(plan).allMatch(batch -> batch.size() == 1 || padded(batch) <= budget);
        assertThat(plan).allMatch(batch -> batch.size() <= count);
    }

    @Property
    void shouldWasteAtMostOneLongestRequestForEachPlaceOfABatch(
            @ForAll @Size(max = 200) List<@IntRange(max = 600) Integer> tokens,
            @ForAll @IntRange(min = 1, max = 64) int count) {
        List<List<Integer>> plan = BatchPlan.of(tokens, size -> size, 2_000, count);

        int longest = tokens.stream().mapToInt(size -> size).max().orElse(0);
        int needed = tokens.stream().mapToInt(size -> size).sum();
        assertThat(plan.stream().mapToInt(BatchPlanTest::padded).sum() - needed).isLessThanOrEqualTo(count * longest);
    }

    @Example
    void shouldStartWithTheLongestAndCutByBudgetAndCount() {
        List<List<Integer>> plan = BatchPlan.of(List.of(3, 50, 3, 20, 3, 18, 300), size -> size, 60, 2);

        assertThat(plan).containsExactly(List.of(300), List.of(50), List.of(20, 18), List.of(3, 3), List.of(3));
    }

    private static int padded(List<Integer> batch) {
        return batch.size() * batch.stream().mapToInt(size -> size).max().orElse(0);
    }
}
