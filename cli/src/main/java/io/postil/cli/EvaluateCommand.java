package io.postil.cli;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Input;
import io.postil.model.Numeric;
import io.postil.model.Prediction;
import io.postil.model.batch.InBatches;
import io.postil.model.data.Row;
import io.postil.model.data.Split;
import io.postil.model.evaluate.Evaluation;
import io.postil.model.torch.TorchClassifiers;
import io.postil.model.train.TrainingItem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How good a model, or a file of predictions, is. */
@Command(
        name = "evaluate",
        description =
                "Prints a report as JSON: of a model on labelled data, or of predictions that were made elsewhere.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFolder models;

    @Mixin
    private DataOptions data;

    @Mixin
    private LeakOptions leaks;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    @Option(
            names = "--split",
            description =
                    "Only the rows whose conversation falls in this split: ${COMPLETION-CANDIDATES}; all of them where it is "
                            + "not given.")
    private Split split;

    @Option(
            names = "--labels",
            split = ",",
            description = "With --predictions: the labels in this order, those that never occur counted too.")
    private String[] labels = {};

    @Override
    public Integer call() {
        Map<String, Object> report = subject.leaks
                ? leaks.report(data.file(), models)
                : subject.predictions == null ? model() : predictions();
        spec.commandLine().getOut().println(RecordJson.line(report));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Map<String, Object> predictions() {
        return JudgedLines.read(subject.predictions).report(Arrays.asList(labels));
    }

    private Map<String, Object> model() {
        List<TrainingItem> gold = data.rows().stream()
                .filter(row -> split == null || row.split() == split)
                .map(Row::item)
                .toList();
        if (gold.isEmpty()) {
            throw new InputException("--data: " + data.names() + " has no row to judge");
        }
        TorchClassifiers factory = new TorchClassifiers(models.bases(), models.answering(Numeric.FP32));
        String model = subject.model;
        try (Classifier classifier = factory.open(models.folder(model), new ModelName(model, model, ""))) {
            models.say(spec, classifier);
            return Evaluation.of(gold, answers(classifier, gold)).json();
        }
    }

    private List<Prediction> answers(Classifier classifier, List<TrainingItem> gold) {
        List<Input> inputs = gold.stream().map(TrainingItem::input).toList();
        return InBatches.classify(classifier, inputs, models.limits());
    }

    /** What is judged. */
    static final class Subject {
        @Option(
                names = "--model",
                paramLabel = "DIR",
                description = "A checkpoint folder, or the name of a task for its starter model; with --data.")
        private String model;

        @Option(
                names = "--predictions",
                paramLabel = "FILE",
                description = "JSON lines: {\"gold\":[\"B-PER\",…],\"predicted\":[…]} is a sentence, "
                        + "{\"gold\":\"ask\",\"predicted\":\"inform\"} a label; - for standard input.")
        private Path predictions;

        @Option(
                names = "--leaks",
                description =
                        "How much personal data leaks through masking by --policy, and how much else is masked; --data has "
                                + "lines {\"text\",\"spans\":[{type,start,end}],\"language\"?}.")
        private boolean leaks;
    }
}
