package io.postil.cli;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.batch.InBatches;
import io.postil.model.data.Row;
import io.postil.model.report.Judged;
import io.postil.model.torch.TorchClassifiers;
import io.postil.model.train.TrainingItem;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Asks models for their answers to labelled rows. */
record ModelJudge(TorchClassifiers factory, ModelFolder models, CommandSpec command) {
    /** What a model answered, and the seconds that it took. */
    record Answered(Judged judged, double seconds) {}

    /** @throws InputException if the rows are not of the kind that the model answers */
    Answered judge(String model, List<Row> rows) {
        try (Classifier classifier = factory.open(models.folder(model), new ModelName(model, model, ""))) {
            models.say(command, classifier);
            requireKind(model, classifier.info().head(), rows);
            List<Input> inputs = rows.stream().map(row -> row.item().input()).toList();
            long start = System.nanoTime();
            var answers = InBatches.classify(classifier, inputs, models.limits());
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Answered(new Judged(rows, answers, Optional.empty()), seconds);
        }
    }

    private static void requireKind(String model, Head head, List<Row> rows) {
        Class<?> wanted = head == Head.SEQUENCE ? TrainingItem.Labelled.class : TrainingItem.Spanned.class;
        for (int i = 0; i < rows.size(); i++) {
            if (!wanted.isInstance(rows.get(i).item())) {
                throw new InputException("--data: row " + (i + 1) + " has "
                        + (head == Head.SEQUENCE
                                ? "spans, and " + model + " answers with a label"
                                : "a label, and " + model + " answers with spans"));
            }
        }
    }
}
