package io.postil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Numeric;
import io.postil.model.data.Row;
import io.postil.model.data.Split;
import io.postil.model.evaluate.Bootstrap;
import io.postil.model.report.Comparison;
import io.postil.model.report.ComparisonPage;
import io.postil.model.report.Contender;
import io.postil.model.report.QualityReport;
import io.postil.model.report.ReportFolder;
import io.postil.model.torch.TorchClassifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Models or training runs side by side. */
@Command(
        name = "compare",
        description = {
            "Compares two or more models and prints JSON.",
            "With --data on the same rows, with paired tests; without, by the report.json in each folder, as evaluate and train "
                    + "write it."
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFolder models;

    @Mixin
    private DataOptions data;

    @Parameters(
            arity = "2..*",
            paramLabel = "MODEL",
            description = "Checkpoint folders or names of models; without --data folders with a report.json.")
    private List<String> names;

    @Option(
            names = "--split",
            description = "Only the rows whose conversation falls in this split: ${COMPLETION-CANDIDATES}.")
    private Split split;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Writes report.json and report.html, which opens without a network.")
    private Path report;

    @Override
    public Integer call() throws IOException {
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new UsageException("MODEL: " + names + " names one twice");
        }
        List<Contender> contenders = data.given()
                ? asked()
                : names.stream().map(CompareCommand::read).toList();
        Map<String, Object> comparison = new Comparison(contenders, Bootstrap.usual()).json();
        if (report != null) {
            ComparisonPage.write(report, comparison);
        }
        spec.commandLine().getOut().println(RecordJson.line(comparison));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static Contender read(String name) {
        return new Contender(name, ReportFolder.read(Path.of(name)), Optional.empty(), 0);
    }

    private List<Contender> asked() {
        List<Row> rows = data.rows().stream()
                .filter(row -> split == null || row.split() == split)
                .toList();
        if (rows.isEmpty()) {
            throw new InputException("--data: " + data.names() + " has no row to judge");
        }
        ModelJudge judge =
                new ModelJudge(new TorchClassifiers(models.bases(), models.answering(Numeric.FP32)), models, spec);
        return names.stream().map(name -> asked(judge, name, rows)).toList();
    }

    private Contender asked(ModelJudge judge, String name, List<Row> rows) {
        ModelJudge.Answered answered = judge.judge(name, rows);
        ObjectNode json = RecordJson.MAPPER.valueToTree(QualityReport.usual().of(answered.judged()));
        training(name).ifPresent(training -> json.set("training", training));
        return new Contender(name, json, Optional.of(answered.judged()), answered.seconds());
    }

    /** What the folder says of the model's training. */
    private static Optional<JsonNode> training(String name) {
        return Files.exists(Path.of(name, ReportFolder.JSON))
                ? Optional.of(ReportFolder.read(Path.of(name)).path("training"))
                : Optional.empty();
    }
}
