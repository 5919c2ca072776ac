package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.batch.InBatches;
import io.postil.model.checkpoint.ParameterCount;
import io.postil.model.data.Row;
import io.postil.model.evaluate.Calibration;
import io.postil.model.evaluate.Evaluation;
import io.postil.model.evaluate.ItemValidation;
import io.postil.model.report.Judged;
import io.postil.model.report.ReportFolder;
import io.postil.model.report.TrainedReport;
import io.postil.model.store.CheckpointNotes;
import io.postil.model.store.ModelCard;
import io.postil.model.torch.TorchLearners;
import io.postil.model.train.Fitting;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.SnapshotFolder;
import io.postil.model.train.Training;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingListener;
import io.postil.model.train.TrainingPlan;
import io.postil.model.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One offline training: learner, loop, held-out measure, checkpoint folder. */
record TrainingJob(String task, String base, TrainingData data, TrainingPlan plan, LearnerOptions options, Card card) {
    private static final int WINDOW = 256;
    private static final int STRIDE = 64;

    /** What the model card says beside the figures. */
    record Card(String title, String aboutData, List<String> limits) {}

    /**
     * Trains, or goes on training; returns what came of it.
     *
     * @param start what {@code base} stands for
     */
    ObjectNode run(
            TorchLearners learners,
            String start,
            TrainingFolder target,
            TrainingListener listener,
            SnapshotFolder snapshots)
            throws IOException {
        try (Learner learner = learners.begin(start, data.head(), data.labels(), options)) {
            TrainingResult training = new Training(plan, listener, snapshots)
                    .run(learner, data.train(), new ItemValidation(data.validation()));
            Calibration calibration = calibration(learner);
            List<Row> measured = data.heldOut().orElse(data.validationRows());
            Judged judged = new Judged(measured, answers(learner, TrainingData.items(measured)), Optional.empty())
                    .learnedFrom(data.train());
            Map<String, Double> metrics = Evaluation.of(TrainingData.items(measured), judged.answers())
                    .metrics();
            Path folder = target.begin();
            learner.save(folder);
            notes(metrics, calibration).write(folder);
            modelCard(metrics).write(folder);
            ReportFolder.write(folder, report(learner, training).of(judged, calibration));
            target.finish();
            return json(training, metrics);
        }
    }

    /** Of spans there is none: their scores are means over words. */
    private Calibration calibration(Learner learner) {
        if (data.head() == Head.TOKENS) {
            return Calibration.fit(List.of());
        }
        List<String> gold = data.validation().stream()
                .map(item -> ((TrainingItem.Labelled) item).label())
                .toList();
        return Calibration.fit(
                gold,
                answers(learner, data.validation()).stream()
                        .map(answer -> (Prediction.Labelled) answer)
                        .toList());
    }

    private TrainedReport report(Learner learner, TrainingResult training) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("model", task);
        about.put("base", base);
        about.put("measured_on", data.heldOut().isPresent() ? "held-out rows" : "validation rows");
        about.put("data_digest", data.digest());
        about.put("seed", plan.seed());
        ParameterCount parameters = learner.parameters();
        return new TrainedReport(about, training, parameters.trainable(), parameters.total());
    }

    private ObjectNode json(TrainingResult training, Map<String, Double> metrics) {
        ObjectNode node = RecordJson.MAPPER.createObjectNode();
        node.put("epochs", training.epochs())
                .put("best_epoch", training.bestEpoch())
                .put("steps", training.steps())
                .put("seconds", training.seconds());
        training.metrics().forEach(node.putObject("validation")::put);
        if (data.heldOut().isPresent()) {
            metrics.forEach(node.putObject("held_out")::put);
        }
        return node;
    }

    private CheckpointNotes notes(Map<String, Double> metrics, Calibration calibration) {
        return new CheckpointNotes(
                task,
                WINDOW,
                STRIDE,
                Map.of(),
                calibration.temperature(),
                "auto",
                Optional.empty(),
                Optional.of(data.digest()),
                metrics);
    }

    private ModelCard modelCard(Map<String, Double> metrics) {
        boolean adapter = options.fitting() instanceof Fitting.LowRank;
        return new ModelCard(
                card.title(),
                data.languages(),
                "apache-2.0",
                base,
                base.startsWith("static") ? "postil" : adapter ? "peft" : "transformers",
                data.head() == Head.SEQUENCE ? "text-classification" : "token-classification",
                metrics,
                card.aboutData(),
                card.limits());
    }

    private static List<Prediction> answers(Learner learner, List<TrainingItem> items) {
        List<Input> inputs = items.stream().map(TrainingItem::input).toList();
        return InBatches.classify(learner::classify, inputs, Input::chars, 8_192, 32);
    }
}
