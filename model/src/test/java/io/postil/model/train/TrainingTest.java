package io.postil.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.postil.model.Input;
import io.postil.model.evaluate.ItemValidation;
import io.postil.model.train.TrainingItem.Labelled;
import io.postil.model.train.TrainingPlan.Decay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final TrainingPlan PLAN = new TrainingPlan(5, 4, 0.01, 0.1, Decay.LINEAR, 2, "accuracy", 7);
    private static final List<TrainingItem> ITEMS = items(18);
    private static final Validation TEN =
            new ItemValidation(Collections.nCopies(10, new Labelled(Input.of("x"), "yes")));

    @Test
    void shouldPassOverEveryItemOnceAnEpoch() {
        var learner = new CountingLearner(List.of(1, 2, 3, 4, 5));

        TrainingResult result = training().run(learner, ITEMS, TEN);

        assertThat(result.epochs()).isEqualTo(5);
        assertThat(result.steps()).isEqualTo(25);
        for (int epoch = 0; epoch < 5; epoch++) {
            List<TrainingItem> seen = learner.batches.subList(epoch * 5, epoch * 5 + 5).stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(seen).containsExactlyInAnyOrderElementsOf(ITEMS);
        }
    }

    @Test
    void shouldPutItemsOfOneLengthTogether() {
        var learner = new CountingLearner(List.of(1, 2, 3, 4, 5));
        List<TrainingItem> items = IntStream.rangeClosed(1, 20)
                .<TrainingItem>mapToObj(length -> new Labelled(Input.of("x".repeat(length)), "yes"))
                .toList();

        training().run(learner, items, TEN);

        assertThat(learner.batches).hasSize(25).allSatisfy(batch -> assertThat(batch)
                .extracting(item -> item.input().chars())
                .satisfies(lengths -> assertThat(Collections.max(lengths) - Collections.min(lengths))
                        .isEqualTo(3)));
    }

    @Test
    void shouldStopWhenPatienceIsOverAndEndWithTheBestEpoch() {
        var learner = new CountingLearner(List.of(4, 8, 8, 7));

        TrainingResult result = training().run(learner, ITEMS, TEN);

        assertThat(result.epochs()).isEqualTo(4);
        assertThat(result.steps()).isEqualTo(20);
        assertThat(result.bestEpoch()).isEqualTo(2);
        assertThat(result.metrics().get("accuracy")).isEqualTo(0.8);
        assertThat(learner.weights).isEqualTo(10);
    }

    @Test
    void shouldGoByTheLossWhereNothingValidates() {
        var learner = new CountingLearner(List.of());

        TrainingResult result = training().run(learner, ITEMS, Validation.NONE);

        assertThat(result.bestEpoch()).isEqualTo(5);
        assertThat(result.metrics()).isEmpty();
    }

    @Test
    void shouldDoTheSameForTheSameSeedAndElseAnother() {
        var one = new CountingLearner(List.of(1, 2, 3, 4, 5));
        var same = new CountingLearner(List.of(1, 2, 3, 4, 5));
        var other = new CountingLearner(List.of(1, 2, 3, 4, 5));

        training().run(one, ITEMS, TEN);
        training().run(same, ITEMS, TEN);
        new Training(new TrainingPlan(5, 4, 0.01, 0.1, Decay.LINEAR, 2, "accuracy", 8), TrainingListener.NONE)
                .run(other, ITEMS, TEN);

        assertThat(same.batches).isEqualTo(one.batches);
        assertThat(other.batches).isNotEqualTo(one.batches);
        assertThat(one.batches.subList(0, 5)).isNotEqualTo(one.batches.subList(5, 10));
    }

    @Test
    void shouldTellTheListenerEveryStepAndEpoch() {
        List<String> heard = new ArrayList<>();
        var plan = new TrainingPlan(2, 9, 0.01, 0, Decay.COSINE, 2, "accuracy", 7);

        new Training(plan, new Recording(heard)).run(new CountingLearner(List.of(5, 5)), ITEMS, TEN);

        assertThat(heard)
                .containsExactly(
                        "started 4",
                        "step 1",
                        "step 2",
                        "epoch 1 0.5 best",
                        "step 3",
                        "step 4",
                        "epoch 2 0.5 not better");
    }

    @Test
    void shouldSayWhichMetricsThereAre() {
        var plan = new TrainingPlan(1, 4, 0.01, 0.1, Decay.LINEAR, 2, "f1", 7);

        assertThatThrownBy(() ->
                        new Training(plan, TrainingListener.NONE).run(new CountingLearner(List.of(1)), ITEMS, TEN))
                .hasMessage("training metric: f1 (expected one of [accuracy, macro_f1, weighted_f1])");
    }

    @Test
    void shouldRefuseToTrainOnNothing() {
        assertThatThrownBy(() -> training().run(new CountingLearner(List.of()), List.of(), TEN))
                .hasMessage("no items to train on");
    }

    @Test
    void shouldEndWhereTheLossIsNoNumber() {
        var learner = new CountingLearner(List.of(1)) {
            @Override
            public double step(List<? extends TrainingItem> batch, double learningRate) {
                return Double.NaN;
            }
        };

        assertThatThrownBy(() -> training().run(learner, ITEMS, TEN))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("the loss of step 1 is NaN");
    }

    @Test
    void shouldTellTheCurves() {
        TrainingHistory history = training()
                .run(new CountingLearner(List.of(4, 8, 8, 7)), ITEMS, TEN)
                .history();

        assertThat(history.losses()).hasSize(20).contains(new TrainingHistory.Loss(4, 0.25));
        assertThat(history.epochs())
                .extracting(TrainingHistory.Epoch::steps, TrainingHistory.Epoch::score)
                .containsExactly(tuple(5, 0.4), tuple(10, 0.8), tuple(15, 0.8), tuple(20, 0.7));
        assertThat(history.epochs().get(0).loss()).isCloseTo((1 + 0.5 + 1 / 3.0 + 0.25 + 0.2) / 5, within(1e-12));
    }

    private static Training training() {
        return new Training(PLAN, TrainingListener.NONE);
    }

    private static List<TrainingItem> items(int count) {
        return IntStream.range(0, count)
                .<TrainingItem>mapToObj(i -> new Labelled(Input.of("x".repeat(i)), "yes"))
                .toList();
    }

    private record Recording(List<String> heard) implements TrainingListener {
        @Override
        public void started(int done, int steps) {
            heard.add("started " + steps);
        }

        @Override
        public void stepped(int step, double loss) {
            heard.add("step " + step);
        }

        @Override
        public void epochEnded(TrainingHistory.Epoch epoch, boolean best) {
            heard.add("epoch " + epoch.epoch() + " " + epoch.metrics().get("accuracy")
                    + (best ? " best" : " not better"));
        }
    }
}
