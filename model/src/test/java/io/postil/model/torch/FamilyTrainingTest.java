package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.train.Fitting;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.TrainingItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Training over tiny models of every family. */
final class FamilyTrainingTest {
    private static final List<TrainingItem> ITEMS = List.of(
            labelled("w1 w2 w3", "one"),
            labelled("w1 w5", "one"),
            labelled("w7 w8 w9 w4", "two"),
            labelled("w7", "two"));

    @TempDir
    private Path folder;

    private final TorchLearners learners = new TorchLearners(BaseModels.none(), TorchOptions.singleThread());
    private final TorchClassifiers classifiers = new TorchClassifiers(BaseModels.none(), TorchOptions.singleThread());

    static Stream<Arguments> cases() {
        List<Fitting> fittings = List.of(new Fitting.Full(), Fitting.LowRank.usual());
        return TinyModels.families().stream()
                .flatMap(family -> fittings.stream().map(fitting -> Arguments.of(family, fitting)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldLearnAndAnswerTheSameWhenItIsSavedAndOpened(String family, Fitting fitting) {
        Path base = TinyModels.write(folder.resolve("base"), family, Head.TOKENS);
        List<Prediction> inMemory;
        List<Double> losses = new ArrayList<>();
        try (Learner learner =
                learners.begin(base.toString(), Head.SEQUENCE, List.of("one", "two"), LearnerOptions.of(fitting, 1))) {
            for (int i = 0; i < 25; i++) {
                losses.add(learner.step(ITEMS, 1e-2));
            }
            inMemory = learner.classify(inputs());
            learner.save(folder.resolve("trained"));
        }

        assertThat(losses.get(24)).isLessThan(losses.get(0) / 2);
        try (Classifier classifier = classifiers.open(folder.resolve("trained"), new ModelName("toy", "1", ""))) {
            List<Prediction> opened = classifier.classify(inputs());
            for (int i = 0; i < opened.size(); i++) {
                assertThat(score(opened.get(i))).isEqualTo(score(inMemory.get(i)), within(1e-4));
            }
        }
    }

    private static double score(Prediction prediction) {
        return ((Prediction.Labelled) prediction).scores().get("one");
    }

    private static List<Input> inputs() {
        return ITEMS.stream().map(TrainingItem::input).toList();
    }

    private static TrainingItem labelled(String text, String label) {
        return new TrainingItem.Labelled(Input.of(text), label);
    }
}
