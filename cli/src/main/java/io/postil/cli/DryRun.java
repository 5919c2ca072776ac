package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Head;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.ConfigFile;
import io.postil.model.checkpoint.LoraConfig;
import io.postil.model.checkpoint.ModelConfig;
import io.postil.model.checkpoint.ParameterCount;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Counts what a training would change, from a config.json alone. */
final class DryRun {
    /** What PEFT trains and stores whole for any classifier. */
    private static final List<String> SAVED_WHOLE = List.of("classifier", "score");

    private static final int MOST_LABELS = 1_000_000;

    /** What is classified. */
    enum Kind {
        SEQUENCE,
        TOKEN
    }

    @Option(
            names = "--dry-run",
            description =
                    "Only prints {\"trainable\",\"total\"}, the parameters trained and all, from the config.json of "
                            + "--base, counted as PEFT counts them; all are trained where --lora-rank is not given.")
    private boolean asked;

    @Option(names = "--labels", paramLabel = "N", description = "With --dry-run: how many labels there are.")
    private Integer labels;

    @Option(
            names = "--kind",
            defaultValue = "SEQUENCE",
            description = "With --dry-run: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Kind kind;

    boolean asked() {
        return asked;
    }

    /**
     * Counts.
     *
     * @param base a known name, or a folder
     * @param rank of an adapter; empty where all weights are trained
     * @param targets of the adapter; empty for the family's queries and values
     */
    ObjectNode count(BaseModels bases, String base, OptionalInt rank, List<String> targets) {
        if (labels == null || labels < 1 || labels > MOST_LABELS) {
            throw new UsageException("--labels: " + labels + " (expected a number from 1 to " + MOST_LABELS + ")");
        }
        if (rank.isPresent() && rank.getAsInt() < 1) {
            throw new UsageException("--lora-rank: " + rank.getAsInt() + " (expected a number from 1)");
        }
        ModelConfig config = config(bases.find(base).orElseGet(() -> Path.of(base)));
        ParameterCount count = rank.isEmpty()
                ? ParameterCount.full(config)
                : ParameterCount.of(config, adapter(config, base, rank.getAsInt(), targets));
        return RecordJson.MAPPER
                .createObjectNode()
                .put("trainable", count.trainable())
                .put("total", count.total());
    }

    private ModelConfig config(Path folder) {
        List<String> names =
                IntStream.range(0, labels).mapToObj(i -> "LABEL_" + i).toList();
        return ConfigFile.read(folder.resolve("config.json"))
                .with(kind == Kind.SEQUENCE ? Head.SEQUENCE : Head.TOKENS, names);
    }

    private static LoraConfig adapter(ModelConfig config, String base, int rank, List<String> targets) {
        List<String> chosen = targets.isEmpty() ? config.encoder().queriesAndValues() : targets;
        return LoraConfig.of(base, rank, rank, 0, chosen, SAVED_WHOLE);
    }
}
