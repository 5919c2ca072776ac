package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Head;
import io.postil.model.torch.TorchLearners;
import io.postil.model.train.Fitting;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.ProgressLines;
import io.postil.model.train.TrainingPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Training away from Kafka: labelled data in, a checkpoint folder out. */
@Command(
        name = "train",
        description = {
            "Trains a model on labelled data and writes a checkpoint folder with its model card and report.json.",
            "The data is split by a hash of the conversation: 70 % to learn from, 10 % to stop by, 20 % to measure with."
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFolder models;

    @Option(
            names = "--base",
            paramLabel = "DIR",
            defaultValue = "sentence-transformers/all-MiniLM-L6-v2",
            description = "A Hugging Face folder to start from (${DEFAULT-VALUE}, which Postil carries).")
    private String base;

    @Mixin
    private DataOptions data;

    @Mixin
    private DryRun dryRun;

    @Option(names = "--task", description = "What the task is called: dialogue-act, entities, nli, ….")
    private String task;

    @Option(names = "--output", paramLabel = "DIR", description = "A folder that is empty or not there.")
    private Path output;

    @Option(names = "--full", description = "Changes all weights, instead of a LoRA adapter and the head.")
    private boolean full;

    @Option(names = "--lora-rank", defaultValue = "8", description = "Rank of the adapter (${DEFAULT-VALUE}).")
    private int rank;

    @Option(
            names = "--lora-alpha",
            defaultValue = "16",
            description = "The adapter counts alpha / rank (${DEFAULT-VALUE}).")
    private double alpha;

    @Option(names = "--lora-dropout", defaultValue = "0.1", description = "Before the adapter (${DEFAULT-VALUE}).")
    private double dropout;

    @Option(
            names = "--lora-targets",
            split = ",",
            description = "Ends of the names of the linear modules that get one (those of queries and values).")
    private List<String> targets = List.of();

    @Option(names = "--epochs", defaultValue = "12", description = "The most passes over the data (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--patience", defaultValue = "3", description = "Passes without a better score (${DEFAULT-VALUE}).")
    private int patience;

    @Option(names = "--batch", defaultValue = "16", description = "Texts a step (${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--learning-rate", defaultValue = "1e-3", description = "The highest (${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same result (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--title", description = "Title of the model card.")
    private String title;

    @Option(names = "--about-data", description = "What the data is, for the model card.")
    private String aboutData;

    @Option(names = "--limit", description = "What the model is not good for, for the model card; may be repeated.")
    private List<String> limits = List.of();

    @Override
    public Integer call() throws IOException {
        if (dryRun.asked()) {
            return print(dryRun.count(models.bases(), base, givenRank(), targets));
        }
        if (task == null || output == null) {
            throw new UsageException((task == null ? "--task" : "--output") + ": not given");
        }
        TrainingData rows = TrainingData.read(data);
        if (Files.exists(output) && !isEmptyFolder()) {
            throw new UsageException("--output: " + output + " is there already (expected an empty folder, or none)");
        }
        PrintWriter err = spec.commandLine().getErr();
        ProgressLines progress = new ProgressLines(
                line -> {
                    err.println(line);
                    err.flush();
                },
                InstantSource.system());
        TorchLearners learners = new TorchLearners(models.bases(), models.options());
        TrainingJob.Result result =
                new TrainingJob(task, base, rows, plan(rows), options(rows), card()).run(learners, output, progress);
        return print(result.json());
    }

    private int print(ObjectNode json) {
        spec.commandLine().getOut().println(RecordJson.line(json));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private OptionalInt givenRank() {
        boolean given = spec.commandLine().getParseResult().hasMatchedOption("--lora-rank");
        return given ? OptionalInt.of(rank) : OptionalInt.empty();
    }

    private TrainingPlan plan(TrainingData rows) {
        return new TrainingPlan(
                epochs, batch, learningRate, 0.06, TrainingPlan.Decay.LINEAR, patience, rows.metric(), seed);
    }

    private LearnerOptions options(TrainingData rows) {
        Fitting fitting =
                full ? new Fitting.Full() : new Fitting.LowRank(rank, alpha, dropout, targets, headModules(rows));
        return LearnerOptions.of(fitting, seed);
    }

    /** A base that only ever gave sentence embeddings has a pooler that no classifier was trained on: it learns too. */
    private static List<String> headModules(TrainingData rows) {
        return rows.head() == Head.SEQUENCE ? List.of("pooler", "classifier") : List.of("classifier");
    }

    private TrainingJob.Card card() {
        return new TrainingJob.Card(
                title == null ? task : title, aboutData == null ? "The file " + data.names() + "." : aboutData, limits);
    }

    private boolean isEmptyFolder() throws IOException {
        try (var files = Files.list(output)) {
            return files.findAny().isEmpty();
        }
    }
}
