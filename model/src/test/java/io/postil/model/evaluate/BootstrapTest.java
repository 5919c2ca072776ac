package io.postil.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.train.TrainingItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    @Property(tries = 50)
    void shouldEstimateWhatTheReportSays(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 8) Integer> pairs) {
        List<TrainingItem> gold = new ArrayList<>();
        List<Prediction> predicted = new ArrayList<>();
        pairs.forEach(pair -> {
            gold.add(item("l" + pair % 3));
            predicted.add(answer("l" + pair / 3));
        });

        Estimates estimates = Estimates.of(gold, predicted, alone(gold.size()), new Bootstrap(20, 1, 0.95));

        Evaluation.of(gold, predicted).metrics().forEach((name, value) -> assertThat(
                        estimates.metrics().get(name).value())
                .as(name)
                .isCloseTo(value, within(1e-12)));
    }

    @Test
    void shouldGiveTheBoundsOfAShare() {
        List<TrainingItem> gold = new ArrayList<>();
        List<Prediction> predicted = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            gold.add(item("a"));
            predicted.add(answer(i % 4 == 0 ? "b" : "a"));
        }

        Interval accuracy = Estimates.of(gold, predicted, alone(400), Bootstrap.usual())
                .metrics()
                .get("accuracy");

        double half = 1.96 * Math.sqrt(0.75 * 0.25 / 400);
        assertThat(accuracy.low()).isCloseTo(0.75 - half, within(0.012));
        assertThat(accuracy.high()).isCloseTo(0.75 + half, within(0.012));
    }

    @Test
    void shouldBeLessSureWhereItemsComeFromFewConversations() {
        List<TrainingItem> gold = new ArrayList<>();
        List<Prediction> predicted = new ArrayList<>();
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            gold.add(item("a"));
            predicted.add(answer(i / 20 % 2 == 0 ? "b" : "a"));
            conversations.add("c" + i / 20);
        }

        Interval alone = Estimates.of(gold, predicted, alone(200), Bootstrap.usual())
                .metrics()
                .get("accuracy");
        Interval grouped = Estimates.of(gold, predicted, conversations, Bootstrap.usual())
                .metrics()
                .get("accuracy");

        assertThat(grouped.high() - grouped.low()).isGreaterThan(2 * (alone.high() - alone.low()));
    }

    @Test
    void shouldSayWhichAnswersAreBetter() {
        List<TrainingItem> gold = new ArrayList<>();
        List<Prediction> good = new ArrayList<>();
        List<Prediction> bad = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            gold.add(item("a"));
            good.add(answer("a"));
            bad.add(answer(i % 5 == 0 ? "b" : "a"));
        }

        Estimates differences = Estimates.differences(gold, good, bad, alone(100), Bootstrap.usual());

        assertThat(differences.metrics().get("accuracy").value()).isCloseTo(0.2, within(1e-12));
        assertThat(differences.metrics().get("accuracy").low()).isPositive();
    }

    private static List<String> alone(int count) {
        return IntStream.range(0, count).mapToObj(i -> "item " + i).toList();
    }

    private static TrainingItem item(String label) {
        return new TrainingItem.Labelled(Input.of("text"), label);
    }

    private static Prediction answer(String label) {
        return new Prediction.Labelled(label, 1, Map.of(label, 1.0), 4);
    }
}
