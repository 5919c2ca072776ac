package io.postil.model.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    @Property(tries = 200)
    void shouldCutAsCheaplyAsAnyOtherWay(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 60) Integer> tokens,
            @ForAll @IntRange(min = 1, max = 40) int call) {
        List<List<Integer>> plan = BatchPlan.of(tokens, size -> size, 120, 4, call);

        List<Integer> sorted = tokens.stream().sorted(Comparator.reverseOrder()).toList();
        assertThat(cost(plan, call)).isEqualTo(cheapest(sorted, call));
    }

    /** Tries every way to cut. */
    private static int cheapest(List<Integer> sorted, int call) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int cheapest = Integer.MAX_VALUE;
        for (int first = 1; first <= Math.min(4, sorted.size()); first++) {
            List<Integer> batch = sorted.subList(0, first);
            if (first == 1 || padded(batch) <= 120) {
                cheapest =
                        Math.min(cheapest, call + padded(batch) + cheapest(sorted.subList(first, sorted.size()), call));
            }
        }
        return cheapest;
    }

    private static int cost(List<List<Integer>> plan, int call) {
        return plan.stream().mapToInt(batch -> call + padded(batch)).sum();
    }

    @Example
    void shouldNotLetOneLongTextPadTheShortOnes() {
        List<Integer> tokens = new ArrayList<>(Collections.nCopies(63, 8));
        tokens.add(31, 200);

        List<List<Integer>> plan = BatchPlan.of(tokens, size -> size, 256, 64);

        assertThat(plan.get(0)).containsExactly(200);
        assertThat(plan.stream().mapToInt(BatchPlanTest::padded).sum()).isEqualTo(200 + 63 * 8);
    }

    @Example
    void shouldCutByBudgetAndCount() {
        List<List<Integer>> plan = BatchPlan.of(List.of(3, 50, 3, 20, 3, 18, 300), size -> size, 60, 2);

        assertThat(plan).containsExactly(List.of(300), List.of(50), List.of(20, 18), List.of(3, 3), List.of(3));
    }

    private static int padded(List<Integer> batch) {
        return batch.size() * batch.stream().mapToInt(size -> size).max().orElse(0);
    }
}
