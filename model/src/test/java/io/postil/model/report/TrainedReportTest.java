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
        Map<String, Object> json = report().of(overconfident(), new Calibration(1, 40, 0, 0, 0, 0));

        assertThat(json.get("training"))
                .asString()
                .contains("parameters_trained=10", "parameters=100", "seconds=3.0", "best_epoch=1");
        assertThat(ReportPage.of(json)).contains("aria-label=\"Loss\"", "Parameters trained 10");
    }

    @Test
    void shouldCoolScoresThatClaimTooMuch() {
        Map<String, Object> hot = report().of(overconfident(), new Calibration(1, 40, 0, 0, 0, 0));
        Map<String, Object> cooled = report().of(overconfident(), new Calibration(4, 40, 0, 0, 0.24, 0.01));

        assertThat(ece(cooled)).isLessThan(ece(hot));
        assertThat(cooled.get("calibration")).asString().contains("temperature=4.0", "ece_before=0.24");
    }

    private static double ece(Map<String, Object> report) {
        return (Double) ((Map<?, ?>) report.get("confidence")).get("ece");
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
