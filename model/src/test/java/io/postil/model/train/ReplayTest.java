package io.postil.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Input;
import io.postil.model.train.TrainingItem.Labelled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReplayTest {

    @Property(tries = 20)
    void shouldKeepLabelsAsFrequentAsTheyAre(@ForAll long seed) {
        List<TrainingItem> older = new ArrayList<>(labelled("inform", 1_800));
        older.addAll(labelled("offer", 200));

        List<TrainingItem> chosen = Replay.choose(older, List.of(), 1_000, seed);

        assertThat(count(chosen, "offer")).isBetween(65L, 135L);
    }

    @Example
    void shouldChooseOthersWithAnotherSeed() {
        List<TrainingItem> older = labelled("inform", 100);

        assertThat(Replay.choose(older, List.of(), 10, 1))
                .doesNotHaveDuplicates()
                .isNotEqualTo(Replay.choose(older, List.of(), 10, 2));
    }

    @Example
    void shouldLeaveOutWhatHasBeenCorrected() {
        List<TrainingItem> older =
                List.of(new Labelled(Input.of("Good  Morning"), "greeting"), new Labelled(Input.of("bye"), "goodbye"));
        List<TrainingItem> corrections = List.of(new Labelled(Input.of(" good morning\n"), "request"));

        assertThat(Replay.choose(older, corrections, 10, 1)).containsExactly(older.get(1));
    }

    @Example
    void shouldTellPairsApartByBothTexts() {
        List<TrainingItem> older = List.of(new Labelled(Input.of("a", "b"), "neutral"));

        assertThat(Replay.choose(older, List.of(new Labelled(Input.of("a", "c"), "neutral")), 10, 1))
                .isEqualTo(older);
        assertThat(Replay.choose(older, List.of(new Labelled(Input.of("A", "B"), "entailment")), 10, 1))
                .isEmpty();
    }

    @Property(tries = 100)
    void shouldChooseEachAtMostOnceAndAsManyAsThereAre(
            @ForAll @IntRange(max = 50) int items, @ForAll @IntRange(max = 60) int most, @ForAll long seed) {
        List<TrainingItem> older = new ArrayList<>(labelled("inform", items));
        older.addAll(labelled("offer", items / 3));

        List<TrainingItem> chosen = Replay.choose(older, List.of(), most, seed);

        assertThat(chosen).hasSize(Math.min(most, older.size()));
        assertThat(new HashSet<>(chosen)).hasSameSizeAs(chosen);
        assertThat(Replay.choose(older, List.of(), most, seed)).isEqualTo(chosen);
    }

    @Property(tries = 100)
    void shouldBringCorrectionsNearTheirShare(@ForAll @IntRange(min = 10, max = 200) int corrections) {
        List<TrainingItem> mixed = Mix.of(labelled("inform", 1_000), labelled("request", corrections), 1.0 / 3, 100);

        assertThat(count(mixed, "inform")).isEqualTo(1_000);
        assertThat((double) count(mixed, "request") / mixed.size()).isBetween(0.27, 0.4);
    }

    @Example
    void shouldNotRepeatAHandfulWithoutEnd() {
        assertThat(Mix.of(labelled("inform", 1_000), labelled("request", 2), 1.0 / 3, 20))
                .hasSize(1_040);
        assertThat(Mix.of(List.of(), labelled("request", 2), 1.0 / 3, 20)).hasSize(2);
        assertThat(Mix.of(labelled("inform", 5), List.of(), 1.0 / 3, 20)).hasSize(5);
    }

    private static List<TrainingItem> labelled(String label, int count) {
        List<TrainingItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new Labelled(Input.of(label + " " + i), label));
        }
        return items;
    }

    private static long count(List<TrainingItem> items, String label) {
        return items.stream()
                .filter(item -> ((Labelled) item).label().equals(label))
                .count();
    }
}
