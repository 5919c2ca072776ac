package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.torch.TorchLearners;
import io.postil.model.train.ProgressLines;
import io.postil.model.train.SnapshotFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Training away from Kafka: labelled data in, a checkpoint folder out. */
@Command(
        name = "train",
        description = {
            "Trains a model on labelled data and writes a checkpoint folder with its model card, report.json and report.html.",
            "--data is split by a hash of the conversation: 70 %% to learn from, 10 %% to stop by, 20 %% to measure with."
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    /** Options that do not change what comes out. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "--output",
            "--threads",
            "--model-cache",
            "--snapshot-every",
            "--title",
            "--about-data",
            "--limit",
            "--help",
            "--version");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFolder models;

    @Mixin
    private BaseOptions base;

    @Mixin
    private SplitOptions data;

    @Mixin
    private TuningOptions tuning;

    @Mixin
    private DryRun dryRun;

    @Option(names = "--task", description = "What the task is called: dialogue-act, entities, nli, ….")
    private String task;

    @Option(names = "--output", paramLabel = "DIR", description = "A folder that is empty or not there.")
    private Path output;

    @Option(
            names = "--snapshot-every",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = {
                "How often the state of the training is kept, in OUTPUT.unfinished (${DEFAULT-VALUE}).",
                "After a kill the same command goes on from there, with the same result."
            })
    private int snapshotEvery;

    @Option(names = "--title", description = "Title of the model card.")
    private String title;

    @Option(names = "--about-data", description = "What the data is, for the model card.")
    private String aboutData;

    @Option(names = "--limit", description = "What the model is not good for, for the model card; may be repeated.")
    private List<String> limits = List.of();

    @Override
    public Integer call() throws IOException {
        if (dryRun.asked()) {
            return print(dryRun.count(models.bases(), base.name(), givenRank(), tuning.targets()));
        }
        if (task == null || output == null) {
            throw new UsageException((task == null ? "--task" : "--output") + ": not given");
        }
        TrainingFolder folder = TrainingFolder.of(output);
        TrainingData rows = data.read();
        Consumer<String> say = line -> {
            PrintWriter err = spec.commandLine().getErr();
            err.println(line);
            err.flush();
        };
        rows.neverLearned().forEach(name -> say.accept("no row to train on has " + name + ": it cannot be learned"));
        TrainingJob job = new TrainingJob(
                task, base.name(), rows, tuning.plan(rows.head(), base), tuning.learner(rows, base), card());
        return print(job.run(
                new TorchLearners(models.bases(), models.options()),
                base.resolve(rows, tuning.seed(), folder.unfinished().resolve("base")),
                folder,
                new ProgressLines(say, InstantSource.system()),
                snapshots(folder, rows)));
    }

    private int print(ObjectNode json) {
        spec.commandLine().getOut().println(RecordJson.line(json));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private OptionalInt givenRank() {
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--lora-rank");
        return given ? OptionalInt.of(tuning.rank()) : OptionalInt.empty();
    }

    private SnapshotFolder snapshots(TrainingFolder folder, TrainingData rows) {
        Map<String, String> settings = new TreeMap<>(Map.of("digest of the data", rows.digest()));
        for (OptionSpec option : spec.options()) {
            if (!WITHOUT_EFFECT.contains(option.longestName())) {
                settings.put(option.longestName(), String.valueOf(option.<Object>getValue()));
            }
        }
        return new SnapshotFolder(
                folder.unfinished(), settings, Duration.ofSeconds(snapshotEvery), InstantSource.system());
    }

    private TrainingJob.Card card() {
        return new TrainingJob.Card(
                title == null ? task : title, aboutData == null ? "The file " + data.names() + "." : aboutData, limits);
    }
}
