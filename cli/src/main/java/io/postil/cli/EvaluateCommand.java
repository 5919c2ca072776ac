package io.postil.cli;

import io.postil.model.Numeric;
import io.postil.model.data.Row;
import io.postil.model.data.Split;
import io.postil.model.evaluate.Bootstrap;
import io.postil.model.report.Judged;
import io.postil.model.report.QualityReport;
import io.postil.model.report.ReportFolder;
import io.postil.model.torch.TorchClassifiers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
    private AggregationOptions aggregation;

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

    @Option(
            names = "--train",
            paramLabel = "[LABEL=]FILE",
            description =
                    "What the model learned from, read as --data is: seen and unseen texts are then judged apart. May be "
                            + "repeated.")
    private List<String> train = List.of();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Writes report.json and report.html, which opens without a network.")
    private Path report;

    @Option(names = "--show-texts", description = "The report may show the texts of the worst errors.")
    private boolean showTexts;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> judged = judged();
        if (report != null) {
            ReportFolder.write(report, judged);
        }
        spec.commandLine().getOut().println(RecordJson.line(judged));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Map<String, Object> judged() {
        if (subject.leaks) {
            if (report != null) {
                throw new UsageException("--report: goes with --model (with --leaks it is --leak-page)");
            }
            return leaks.report(data.file(), models);
        }
        return subject.predictions == null ? model() : predictions();
    }

    private Map<String, Object> predictions() {
        if (data.given() || report != null || !train.isEmpty() || split != null) {
            throw new UsageException("--predictions: goes without --data, --report, --train and --split");
        }
        return JudgedLines.read(subject.predictions).report(Arrays.asList(labels));
    }

    private Map<String, Object> model() {
        if (labels.length > 0) {
            throw new UsageException("--labels: goes with --predictions (a model brings its own)");
        }
        List<Row> rows = data.rows().stream()
                .filter(row -> split == null || row.split() == split)
                .toList();
        if (rows.isEmpty()) {
            throw new InputException(
                    "--data: " + data.names() + " has no row to judge" + (split == null ? "" : " in split " + split));
        }
        TorchClassifiers factory =
                new TorchClassifiers(models.bases(), models.answering(Numeric.FP32), aggregation.rule());
        Judged judged =
                new ModelJudge(factory, models, spec).judge(subject.model, rows).judged();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("about", data.about(subject.model, split));
        json.putAll(new QualityReport(Bootstrap.usual(), showTexts).of(seen(judged)));
        return json;
    }

    private Judged seen(Judged judged) {
        return train.isEmpty()
                ? judged
                : judged.learnedFrom(data.rows(train).stream().map(Row::item).toList());
    }

    /** What is judged. */
    static final class Subject {
        @Option(
                names = "--model",
                paramLabel = "DIR",
                description =
                        "A checkpoint folder, the name of a task for its starter model, or a name that was pulled; with "
                                + "--data.")
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
