package io.postil.cli;

import io.postil.model.Head;
import io.postil.model.train.Fitting;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.LearnerOptions.Alignment;
import io.postil.model.train.LearnerOptions.Start;
import io.postil.model.train.TrainingPlan;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a model is trained. */
final class TuningOptions {
    /** A norm that no gradient reaches. */
    private static final double NO_CLIPPING = 1e30;

    @Option(
            names = "--full",
            description = "Changes all weights, instead of a LoRA adapter and the head (of a static base: the head).")
    private boolean full;

    @Option(names = "--head-only", description = "Changes the head alone.")
    private boolean headOnly;

    @Option(
            names = "--init",
            defaultValue = "PRETRAINED",
            description = "${COMPLETION-CANDIDATES}: the base's weights, or new ones, with --full (${DEFAULT-VALUE}).")
    private Start init;

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

    @Option(
            names = "--patience",
            defaultValue = "3",
            description = "Passes without a better score before it stops (${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--metric",
            description = "On validation, by which passes are compared: accuracy, macro_f1, …, of entities f1, … "
                    + "(macro_f1, of entities f1).")
    private String metric;

    @Option(
            names = "--batch",
            defaultValue = "16",
            description = "Texts of one pass through the model (${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--accumulate",
            defaultValue = "1",
            description = "Batches whose gradients are added up for a step (${DEFAULT-VALUE}).")
    private int accumulate;

    @Option(names = "--learning-rate", description = "The highest (1e-3, with --full 5e-5, of a static base 5e-3).")
    private Double learningRate;

    @Option(
            names = "--schedule",
            defaultValue = "LINEAR",
            description = "What the learning rate does after the warm-up: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private TrainingPlan.Decay schedule;

    @Option(
            names = "--warm-up",
            defaultValue = "0.06",
            description = "Share of the steps over which the learning rate rises (${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(
            names = "--weight-decay",
            defaultValue = "0.01",
            description = "Decoupled; biases and norms are spared (${DEFAULT-VALUE}).")
    private double weightDecay;

    @Option(
            names = "--clip",
            defaultValue = "1",
            description = "Norm that larger gradients are scaled down to; 0 for none (${DEFAULT-VALUE}).")
    private double clip;

    @Option(
            names = "--label-smoothing",
            defaultValue = "0",
            description = "Share of each target that is spread over all labels (${DEFAULT-VALUE}).")
    private double labelSmoothing;

    @Option(
            names = "--class-weights",
            paramLabel = "balanced|LABEL=N,…",
            description = "What labels count in the loss; balanced: the rarer, the more.")
    private String classWeights;

    @Option(
            names = "--align",
            defaultValue = "FIRST",
            description = "Which tokens of a word learn its tag: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Alignment align;

    @Option(
            names = "--max-length",
            defaultValue = "128",
            description = "Tokens of a text that are learned from (${DEFAULT-VALUE}).")
    private int maxLength;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same result (${DEFAULT-VALUE}).")
    private long seed;

    long seed() {
        return seed;
    }

    int rank() {
        return rank;
    }

    List<String> targets() {
        return targets;
    }

    TrainingPlan plan(Head head, BaseOptions base) {
        if (batch < 1 || accumulate < 1) {
            throw new UsageException("--batch: " + batch + ", --accumulate: " + accumulate + " (expected both from 1)");
        }
        String judgedBy = metric != null ? metric : head == Head.SEQUENCE ? "macro_f1" : "f1";
        double usual = base.isStatic() ? 5e-3 : full ? 5e-5 : 1e-3;
        double rate = learningRate != null ? learningRate : usual;
        try {
            return new TrainingPlan(epochs, batch * accumulate, rate, warmUp, schedule, patience, judgedBy, seed);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    LearnerOptions learner(TrainingData data, BaseOptions base) {
        Map<String, Double> weights = ClassWeights.parse(classWeights, data);
        try {
            return new LearnerOptions(
                    fitting(data.head(), base),
                    seed,
                    init,
                    weightDecay,
                    clip == 0 ? NO_CLIPPING : clip,
                    weights,
                    labelSmoothing,
                    align,
                    maxLength,
                    batch);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** A base that only ever gave sentence embeddings has a pooler that no classifier was trained on: it learns too. */
    private Fitting fitting(Head head, BaseOptions base) {
        if (headOnly && (full || base.isBlank())) {
            throw new UsageException("--head-only: not with --full, and not on a base whose vectors are new");
        }
        if (full || base.isBlank()) {
            return new Fitting.Full();
        }
        if (headOnly || base.isStatic()) {
            return new Fitting.HeadOnly();
        }
        List<String> whole = head == Head.SEQUENCE ? List.of("pooler", "classifier") : List.of("classifier");
        return new Fitting.LowRank(rank, alpha, dropout, targets, whole);
    }
}
