package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.evaluate.Calibration;
import io.postil.model.text.Aggregation;
import io.postil.model.train.TrainingItem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models of random weights: their scores say nothing, so the best temperature flattens them. */
class TorchCalibrationTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final TorchOptions OPTIONS = TorchOptions.singleThread();
    private static final Input TEXT = Input.of("Lucas trouve Paris");

    @Test
    void shouldFitToTheLabelsOfInputs() {
        String label = labels("bert-sequence").get(0);
        String other = labels("bert-sequence").get(1);

        Calibration calibration = TorchCalibration.fit(
                GOLDEN.resolve("bert-sequence"),
                BaseModels.none(),
                OPTIONS,
                List.of(new TrainingItem.Labelled(TEXT, label), new TrainingItem.Labelled(TEXT, other)));

        assertThat(calibration.items()).isEqualTo(2);
        assertThat(calibration.nllAfter()).isLessThanOrEqualTo(calibration.nllBefore());
    }

    @Test
    void shouldFitToTheLabelsOfWords() {
        String type = type();

        Calibration calibration = TorchCalibration.fit(
                GOLDEN.resolve("bert-token"),
                BaseModels.none(),
                OPTIONS,
                List.of(new TrainingItem.Spanned(TEXT, List.of(new TrainingItem.Gold(Field.TEXT, type, 0, 5)))));

        assertThat(calibration.items()).isEqualTo(3);
        assertThat(calibration.nllAfter()).isLessThanOrEqualTo(calibration.nllBefore());
    }

    @Test
    void shouldTagEachTokenWhenNothingIsAggregated() {
        SpanRule each = new SpanRule.Aggregated(Aggregation.NONE, List.of());

        List<Entity> entities = entities(each);

        assertThat(entities).hasSizeGreaterThanOrEqualTo(3);
        assertThat(labels("bert-token"))
                .containsAll(entities.stream().map(Entity::type).toList());
    }

    @Test
    void shouldMakeWholeWordsOfTokens() {
        SpanRule words = new SpanRule.Aggregated(Aggregation.FIRST, List.of());

        assertThat(entities(words)).allSatisfy(entity -> {
            String text = TEXT.text();
            assertThat(entity.start() == 0 || text.charAt(entity.start() - 1) == ' ')
                    .isTrue();
            assertThat(entity.end() == text.length() || text.charAt(entity.end()) == ' ')
                    .isTrue();
        });
    }

    private static List<Entity> entities(SpanRule rule) {
        TorchClassifiers factory = new TorchClassifiers(BaseModels.none(), OPTIONS, rule);
        try (Classifier classifier = factory.open(GOLDEN.resolve("bert-token"), new ModelName("", "", ""))) {
            return ((Prediction.Tagged) classifier.classify(List.of(TEXT)).get(0)).entities();
        }
    }

    private static String type() {
        return labels("bert-token").stream()
                .filter(label -> label.startsWith("B-"))
                .findFirst()
                .orElseThrow()
                .substring(2);
    }

    private static List<String> labels(String model) {
        TorchClassifiers factory = new TorchClassifiers(BaseModels.none(), OPTIONS);
        try (Classifier classifier = factory.open(GOLDEN.resolve(model), new ModelName("", "", ""))) {
            return classifier.info().labels();
        }
    }
}
