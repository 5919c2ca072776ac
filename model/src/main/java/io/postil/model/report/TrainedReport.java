package io.postil.model.report;

import io.postil.model.Prediction;
import io.postil.model.evaluate.Calibration;
import io.postil.model.train.TrainingHistory;
import io.postil.model.train.TrainingResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code postil train} reports: {@link QualityReport} of the trained model, and how its training went.
 *
 * @param about what the page is headed with: model, data and the like
 * @param training what came of it
 * @param parametersTrained of all {@code parameters}
 */
public record TrainedReport(
        Map<String, Object> about, TrainingResult training, long parametersTrained, long parameters) {

    /**
     * The report of answers that were made at temperature 1. Scores of labels are brought to the calibration's; those of spans are not,
     * which are means over words.
     *
     * @param judged held-out rows, with what was learned from
     * @param calibration whose temperature the scores shall have
     */
    public Map<String, Object> of(Judged judged, Calibration calibration) {
        List<Prediction> answers =
                judged.answers().stream().map(calibration::applied).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("about", about);
        json.putAll(QualityReport.usual().of(new Judged(judged.rows(), answers, judged.seen())));
        json.put("calibration", calibration.json());
        json.put("training", trainingJson());
        return json;
    }

    private Map<String, Object> trainingJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("best_epoch", training.bestEpoch());
        json.put("steps", training.steps());
        json.put("seconds", training.seconds());
        json.put("parameters_trained", parametersTrained);
        json.put("parameters", parameters);
        json.put("validation", training.metrics());
        json.put(
                "epochs",
                training.history().epochs().stream().map(TrainedReport::epoch).toList());
        json.put(
                "losses",
                training.history().losses().stream()
                        .map(loss -> Map.of("step", loss.step(), "loss", loss.loss()))
                        .toList());
        return json;
    }

    private static Map<String, Object> epoch(TrainingHistory.Epoch epoch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epoch", epoch.epoch());
        json.put("steps", epoch.steps());
        json.put("loss", epoch.loss());
        json.put("metrics", epoch.metrics());
        json.put("seconds", epoch.seconds());
        return json;
    }
}
