package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.text.TagSet;
import io.postil.model.train.Fitting;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.TrainingItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TorchLearnerTest {
    private static final String BASE = "src/test/resources/golden/bert-sequence";
    private static final ModelName NAME = new ModelName("toy", "1", "");
    private static final List<TrainingItem> TOY = List.of(
            labelled("Bonjour Lucas", "greeting"),
            labelled("Bonjour à tous", "greeting"),
            labelled("Tu peux m'aider ?", "question"),
            labelled("Il pleut ?", "question"));
    private static final List<TrainingItem> TAGGED =
            List.of(tagged("Lucas vit à Paris", 0, 5), tagged("Il vit avec Lucas", 12, 17), tagged("Il pleut", 0, 0));

    @TempDir
    private Path folder;

    private final TorchLearners learners = new TorchLearners(BaseModels.none(), TorchOptions.singleThread());
    private final TorchClassifiers classifiers = new TorchClassifiers(BaseModels.none(), TorchOptions.singleThread());

    static List<Fitting> fittings() {
        return List.of(new Fitting.Full(), Fitting.LowRank.usual());
    }

    @ParameterizedTest
    @MethodSource("fittings")
    void shouldLearnASeparableTask(Fitting fitting) {
        try (Learner learner = sequence(fitting, 1)) {
            double first = learner.step(TOY, 5e-3);
            train(learner, TOY, 60);

            double last = learner.step(TOY, 0);

            assertThat(first).isGreaterThan(0.3);
            assertThat(last).isLessThan(first / 3);
            assertThat(learner.classify(inputs(TOY)))
                    .extracting(prediction -> ((Prediction.Labelled) prediction).label())
                    .containsExactly("greeting", "greeting", "question", "question");
        }
    }

    @ParameterizedTest
    @MethodSource("fittings")
    void shouldAnswerTheSameWhenItIsSavedAndOpened(Fitting fitting) {
        List<Prediction> inMemory;
        try (Learner learner = sequence(fitting, 1)) {
            train(learner, TOY, 20);
            inMemory = learner.classify(inputs(TOY));
            learner.save(folder);
        }

        try (Classifier classifier = classifiers.open(folder, NAME)) {
            assertSame(classifier.classify(inputs(TOY)), inMemory);
        }
    }

    @Test
    void shouldLearnFromTheEndOfALongTextWhereTheTokenizerCutsTheBeginning() throws Exception {
        TinyModels.write(folder, "bert", Head.SEQUENCE);
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"truncation_side\": \"left\"}");

        double ofAll = loss("w1 w2 w3 w4 w5 w6 w7 w8 w9");

        assertThat(ofAll).isEqualTo(loss("w4 w5 w6 w7 w8 w9")).isNotEqualTo(loss("w1 w2 w3 w4 w5 w6"));
    }

    /** Before any step, of a learner that reads six words. */
    private double loss(String text) {
        var options = new LearnerOptions(
                new Fitting.Full(),
                1,
                LearnerOptions.Start.PRETRAINED,
                0,
                1,
                Map.of(),
                0,
                LearnerOptions.Alignment.FIRST,
                8,
                32);
        try (Learner learner = learners.resume(folder, options)) {
            return learner.step(List.of(labelled(text, TinyModels.LABELS.get(1))), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("fittings")
    void shouldLearnSpans(Fitting fitting) {
        try (Learner learner =
                learners.begin(BASE, Head.TOKENS, TagSet.labelsFor(List.of("PERSON")), LearnerOptions.of(fitting, 1))) {
            train(learner, TAGGED, 80);

            List<Prediction> found = learner.classify(inputs(TAGGED));

            assertThat(((Prediction.Tagged) found.get(0)).entities())
                    .extracting(Entity::start, Entity::end)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(0, 5));
            assertThat(((Prediction.Tagged) found.get(1)).entities())
                    .extracting(Entity::start, Entity::end)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(12, 17));
            assertThat(((Prediction.Tagged) found.get(2)).entities()).isEmpty();
        }
    }

    @Test
    void shouldLeaveFrozenWeightsAsTheyAre() {
        try (Learner learner = sequence(Fitting.LowRank.usual(), 1)) {
            train(learner, TOY, 5);
            learner.save(folder);
        }

        Checkpoint trained = Checkpoint.open(folder, BaseModels.none());
        Checkpoint base = Checkpoint.open(Path.of(BASE), BaseModels.none());

        String frozen = "encoder.layer.0.intermediate.dense.weight";
        String adapted = "encoder.layer.0.attention.self.query.weight";
        assertThat(trained.weights().read(frozen)).isEqualTo(base.weights().read(frozen));
        assertThat(trained.weights().read(adapted)).isNotEqualTo(base.weights().read(adapted));
    }

    @Test
    void shouldGiveTheSameWeightsForTheSameSeed() {
        assertThat(afterTraining(7)).isEqualTo(afterTraining(7)).isNotEqualTo(afterTraining(8));
    }

    @Test
    void shouldPutTheKeptWeightsBack() {
        try (Learner learner = sequence(Fitting.LowRank.usual(), 1)) {
            train(learner, TOY, 5);
            learner.keep();
            List<Prediction> kept = learner.classify(inputs(TOY));
            train(learner, TOY, 5);

            learner.restore();

            assertSame(learner.classify(inputs(TOY)), kept);
        }
    }

    @ParameterizedTest
    @MethodSource("fittings")
    void shouldGoOnWhereACheckpointEnded(Fitting fitting) {
        List<Prediction> before;
        try (Learner learner = sequence(fitting, 1)) {
            train(learner, TOY, 10);
            before = learner.classify(inputs(TOY));
            learner.save(folder);
        }

        try (Learner resumed = learners.resume(folder, LearnerOptions.of(fitting, 2))) {
            assertSame(resumed.classify(inputs(TOY)), before);
        }
    }

    private Learner sequence(Fitting fitting, long seed) {
        return learners.begin(
                Path.of(BASE).toAbsolutePath().toString(),
                Head.SEQUENCE,
                List.of("greeting", "question"),
                LearnerOptions.of(fitting, seed));
    }

    private Map<String, Double> afterTraining(long seed) {
        try (Learner learner = sequence(Fitting.LowRank.usual(), seed)) {
            train(learner, TOY, 3);
            return ((Prediction.Labelled) learner.classify(inputs(TOY)).get(0)).scores();
        }
    }

    private static void train(Learner learner, List<TrainingItem> items, int steps) {
        for (int step = 0; step < steps; step++) {
            learner.step(items, 5e-3);
        }
    }

    private static void assertSame(List<Prediction> found, List<Prediction> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            Map<String, Double> scores = ((Prediction.Labelled) found.get(i)).scores();
            ((Prediction.Labelled) expected.get(i)).scores().forEach((label, score) -> assertThat(scores.get(label))
                    .isEqualTo(score, within(1e-5)));
        }
    }

    private static List<Input> inputs(List<TrainingItem> items) {
        return items.stream().map(TrainingItem::input).toList();
    }

    private static TrainingItem labelled(String text, String label) {
        return new TrainingItem.Labelled(Input.of(text), label);
    }

    private static TrainingItem tagged(String text, int start, int end) {
        List<TrainingItem.Gold> spans =
                start == end ? List.of() : List.of(new TrainingItem.Gold(Field.TEXT, "PERSON", start, end));
        return new TrainingItem.Spanned(Input.of(text), spans);
    }
}
