package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.batch.InBatches;
import io.postil.model.evaluate.Evaluation;
import io.postil.model.evaluate.ItemValidation;
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
import java.nio.file.Files;
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
            TrainingFolder folder,
            TrainingListener listener,
            SnapshotFolder snapshots)
            throws IOException {
        try (Learner learner = learners.begin(start, data.head(), data.labels(), options)) {
            TrainingResult training = new Training(plan, listener, snapshots)
                    .run(learner, data.train(), new ItemValidation(data.validation()));
            Optional<Evaluation> heldOut =
                    data.heldOut().map(TrainingData::items).map(gold -> Evaluation.of(gold, answers(learner, gold)));
            ObjectNode run = json(training, heldOut);
            write(learner, heldOut, training, run, folder.begin());
            folder.finish();
            return run.without(List.of("history"));
        }
    }

    private static ObjectNode json(TrainingResult training, Optional<Evaluation> heldOut) {
        ObjectNode node = RecordJson.MAPPER.createObjectNode();
        node.put("epochs", training.epochs())
                .put("best_epoch", training.bestEpoch())
                .put("steps", training.steps())
                .put("seconds", training.seconds());
        training.metrics().forEach(node.putObject("validation")::put);
        heldOut.ifPresent(found -> found.metrics().forEach(node.putObject("held_out")::put));
        node.set("history", RecordJson.MAPPER.valueToTree(training.history()));
        return node;
    }

    private void write(
            Learner learner, Optional<Evaluation> heldOut, TrainingResult training, ObjectNode run, Path folder)
            throws IOException {
        learner.save(folder);
        Map<String, Double> metrics = heldOut.map(Evaluation::metrics).orElse(training.metrics());
        new CheckpointNotes(
                        task,
                        WINDOW,
                        STRIDE,
                        Map.of(),
                        1,
                        "auto",
                        Optional.empty(),
                        Optional.of(data.digest()),
                        metrics)
                .write(folder);
        modelCard(metrics).write(folder);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("run", run);
        heldOut.ifPresent(found -> report.put("held_out", found.json()));
        Files.writeString(folder.resolve("report.json"), RecordJson.line(report) + "\n");
    }

    private ModelCard modelCard(Map<String, Double> metrics) {
        boolean adapter = options.fitting() instanceof Fitting.LowRank;
        return new ModelCard(
                card.title(),
                data.languages(),
                "apache-2.0",
                base,
                adapter ? "peft" : "transformers",
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
