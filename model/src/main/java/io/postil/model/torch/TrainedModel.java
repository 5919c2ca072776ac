package io.postil.model.torch;

import io.postil.model.checkpoint.Adapter;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.Encoder;
import io.postil.model.checkpoint.LoraConfig;
import io.postil.model.checkpoint.ModelConfig;
import io.postil.model.checkpoint.Shape;
import io.postil.model.checkpoint.Tensor;
import io.postil.model.checkpoint.Tensors;
import io.postil.model.train.Fitting;
import io.postil.model.train.LearnerOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The parameters of a model in training: those of the checkpoint, those that it lacks, and which of them are trained.
 *
 * @param config with the head and the labels to train
 * @param lora empty where all weights are trained
 * @param parameters by the name of {@link Encoder#slots}; low-rank factors as {@code MODULE.lora_A} and {@code MODULE.lora_B}
 */
record TrainedModel(ModelConfig config, Optional<LoraConfig> lora, List<Named> parameters) {

    /** A parameter and its name. */
    record Named(String name, Shape shape, boolean trained, Supplier<float[]> values) {
        private static final Set<String> TABLES =
                Set.of("embeddings.word_embeddings.weight", "embeddings.tok_embeddings.weight");

        Script.Parameter parameter() {
            return new Script.Parameter(identifier(), shape, trained && !isTable(), values);
        }

        String identifier() {
            return ScriptText.identifier(name);
        }

        /** Biases and normalisations, which have one dimension, are spared. */
        boolean decays() {
            return shape.rank() > 1;
        }

        /** Whether it is looked up by token, so that a step touches few of its rows. */
        boolean isTable() {
            return TABLES.contains(name);
        }
    }

    /** Begins from a checkpoint; with low-rank parts also from those of its adapter, if it has one. */
    static TrainedModel of(Checkpoint checkpoint, ModelConfig config, Optional<LoraConfig> lora, LearnerOptions how) {
        NewWeights fresh = new NewWeights(how.seed(), config.initializerRange());
        Optional<Adapter> adapter = lora.isPresent() ? checkpoint.adapter() : Optional.empty();
        Tensors weights = adapter.isPresent() ? checkpoint.base() : checkpoint.weights();
        boolean sameLabels = config.labels().equals(checkpoint.config().labels());
        List<Named> parameters = new ArrayList<>();
        for (Encoder.Slot slot : config.slots()) {
            String fullName = config.encoder().fullName(slot.name());
            boolean trained = lora.map(found -> found.saves(fullName))
                    .orElse(how.fitting() instanceof Fitting.Full || isHead(slot, config));
            parameters.add(new Named(
                    slot.name(), slot.shape(), trained, () -> adapter.flatMap(found -> found.whole(slot.name()))
                            .filter(tensor -> sameLabels || !isClassifier(config, slot))
                            .map(Tensor::values)
                            .or(() -> stored(weights, slot).filter(values -> sameLabels || !isClassifier(config, slot)))
                            .filter(values -> how.start() == LearnerOptions.Start.PRETRAINED)
                            .orElseGet(() -> fresh.initial(slot.name(), slot.shape()))));
            String module = config.encoder().fullName(slot.module());
            if (!trained
                    && slot.isLinear()
                    && lora.isPresent()
                    && lora.get().targets().test(module)) {
                addFactors(parameters, slot, lora.get().rank(module), adapter, fresh);
            }
        }
        return new TrainedModel(config, lora, List.copyOf(parameters));
    }

    private static boolean isHead(Encoder.Slot slot, ModelConfig config) {
        return !config.encoder().slots().contains(slot);
    }

    /** What answers with labels, and begins anew where they change. */
    private static boolean isClassifier(ModelConfig config, Encoder.Slot slot) {
        String classifier = config.encoder().layers(config.head().orElseThrow()).classifier();
        return slot.module().equals(classifier);
    }

    private static Optional<float[]> stored(Tensors weights, Encoder.Slot slot) {
        boolean fits = weights.names().contains(slot.name())
                && weights.shape(slot.name()).equals(slot.shape());
        return fits ? Optional.of(weights.read(slot.name())) : Optional.empty();
    }

    private static void addFactors(
            List<Named> parameters, Encoder.Slot slot, int rank, Optional<Adapter> adapter, NewWeights fresh) {
        String module = slot.module();
        Shape down = Shape.of(rank, slot.shape().size(1));
        Shape up = Shape.of(slot.shape().size(0), rank);
        parameters.add(new Named(module + ".lora_A", down, true, () -> adapter.flatMap(found -> found.down(module))
                .map(Tensor::values)
                .orElseGet(() -> fresh.down(module, down))));
        parameters.add(new Named(module + ".lora_B", up, true, () -> adapter.flatMap(found -> found.up(module))
                .map(Tensor::values)
                .orElseGet(() -> new float[(int) up.count()])));
    }

    Script script(LearnerOptions options) {
        TrainingScript training = new TrainingScript(new TrainingScript.Settings(
                trained(named -> named.decays() && !named.isTable()),
                trained(named -> !named.decays()),
                trained(Named::isTable).stream().findFirst(),
                options.weightDecay(),
                options.gradientNorm(),
                options.labelSmoothing()));
        String methods =
                Scripts.methods(config.encoder(), config.head().orElseThrow(), new Linears.LowRanks(lowRankParts()));
        return new Script(
                parameters.stream().map(Named::parameter).toList(), training.lists(), methods + training.methods());
    }

    private List<String> trained(Predicate<Named> which) {
        return parameters.stream()
                .filter(Named::trained)
                .filter(which)
                .map(Named::identifier)
                .toList();
    }

    /** The shapes of the trained parameters by identifier, in the order of the script. */
    Map<String, Shape> state() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        List<Predicate<Named>> order =
                List.of(named -> named.decays() && !named.isTable(), named -> !named.decays(), Named::isTable);
        for (Predicate<Named> group : order) {
            parameters.stream()
                    .filter(Named::trained)
                    .filter(group)
                    .forEach(named -> shapes.put(named.identifier(), named.shape()));
        }
        return shapes;
    }

    /** Whether a table is learned by row. */
    boolean hasTable() {
        return parameters.stream().anyMatch(named -> named.trained() && named.isTable());
    }

    private Map<String, LowRank> lowRankParts() {
        Map<String, LowRank> parts = new HashMap<>();
        for (Named named : parameters) {
            if (named.name().endsWith(".lora_A")) {
                String module = named.name().substring(0, named.name().lastIndexOf('.'));
                LoraConfig config = lora.orElseThrow();
                double scale = config.scale(this.config.encoder().fullName(module));
                parts.put(module, new LowRank(named.shape().size(0), scale, config.dropout()));
            }
        }
        return parts;
    }
}
