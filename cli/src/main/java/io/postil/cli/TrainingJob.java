package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.batch.InBatches;
import io.postil.model.data.Split;
import io.postil.model.evaluate.Evaluation;
import io.postil.model.evaluate.ItemValidation;
import io.postil.model.store.CheckpointNotes;
import io.postil.model.store.ModelCard;
import io.postil.model.text.TagSet;
import io.postil.model.torch.TorchLearners;
import io.postil.model.train.Fitting;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.Training;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingListener;
import io.postil.model.train.TrainingPlan;
import io.postil.model.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One offline training: learner, loop, held-out measure, checkpoint folder. */
record TrainingJob(String task, String base, TrainingData data, TrainingPlan plan, LearnerOptions options, Card card) {
    private static final int WINDOW = 256;
    private static final int STRIDE = 64;

    /** What the model card says beside the figures. */
    record Card(String title, String aboutData, List<String> limits) {}

    /** What came of it. */
    record Result(TrainingResult training, Evaluation heldOut) {
        ObjectNode json() {
            ObjectNode node = RecordJson.MAPPER.createObjectNode();
            node.put("epochs", training.epochs())
                    .put("best_epoch", training.bestEpoch())
                    .put("steps", training.steps());
            training.metrics().forEach(node.putObject("validation")::put);
            heldOut.metrics().forEach(node.putObject("held_out")::put);
            return node;
        }
    }

    Result run(TorchLearners learners, Path output, TrainingListener listener) throws IOException {
        try (Learner learner = learners.begin(base, data.head(), labels(), options)) {
            TrainingResult training = new Training(plan, listener)
                    .run(learner, data.items(Split.TRAIN), new ItemValidation(data.items(Split.VALIDATION)));
            List<TrainingItem> gold = data.items(Split.HELD_OUT);
            Evaluation heldOut = Evaluation.of(gold, answers(learner, gold));
            Result result = new Result(training, heldOut);
            write(learner, result, output);
            return result;
        }
    }

    private void write(Learner learner, Result result, Path output) throws IOException {
        Files.createDirectories(output);
        learner.save(output);
        Map<String, Double> metrics = result.heldOut().metrics();
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
                .write(output);
        modelCard(metrics).write(output);
        Map<String, Object> report =
                Map.of("run", result.json(), "held_out", result.heldOut().json());
        Files.writeString(output.resolve("report.json"), RecordJson.line(report) + "\n");
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

    private List<String> labels() {
        return data.head() == Head.SEQUENCE ? data.names() : TagSet.labelsFor(data.names());
    }

    private static List<Prediction> answers(Learner learner, List<TrainingItem> items) {
        List<Input> inputs = items.stream().map(TrainingItem::input).toList();
        return InBatches.classify(learner::classify, inputs, Input::chars, 8_192, 32);
    }
}
