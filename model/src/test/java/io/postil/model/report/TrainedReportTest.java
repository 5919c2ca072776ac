package io.postil.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.data.Row;
import io.postil.model.evaluate.Calibration;
import io.postil.model.train.TrainingHistory;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainedReportTest {
    private static final TrainingResult TRAINING = new TrainingResult(
            2,
            new TrainingHistory(
                    List.of(new TrainingHistory.Epoch(1, 2, 0.5, 0.75, Map.of("accuracy", 0.75), 3)),
                    List.of(new TrainingHistory.Loss(1, 0.6), new TrainingHistory.Loss(2, 0.4))));

    @Test
    void shouldSayHowTheTrainingWent() {
        Map<String, Object> json = report().of(overconfident(), Optional.empty());

        assertThat(json.get("training"))
                .asString()
                .contains("parameters_trained=10", "parameters=100", "seconds=3.0", "best_epoch=1");
        assertThat(ReportPage.of(json)).contains("aria-label=\"Loss\"", "Parameters trained 10");
    }

    @Test
    void shouldCoolScoresThatClaimTooMuch() {
        Calibration calibration = TrainedReport.calibration(overconfident()).orElseThrow();

        Map<String, Object> json = report().of(overconfident(), Optional.of(calibration));

        assertThat(calibration.temperature()).isGreaterThan(1.5);
        assertThat(calibration.eceAfter()).isLessThan(calibration.eceBefore());
        assertThat(json.get("calibration")).asString().contains("temperature=" + calibration.temperature());
    }

    private static TrainedReport report() {
        return new TrainedReport(Map.of("model", "m"), TRAINING, 10, 100);
    }

    /** Scores of 0.99, of which three in four are right. */
    private static Judged overconfident() {
        List<Row> rows = new ArrayList<>();
        List<Prediction> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            var item = new TrainingItem.Labelled(Input.of("text " + i), i % 4 == 0 ? "b" : "a");
            rows.add(new Row(item, Optional.empty(), Optional.empty()));
            answers.add(new Prediction.Labelled("a", 0.99, Map.of("a", 0.99, "b", 0.01), 6));
        }
        return new Judged(rows, answers, Optional.empty());
    }
}
