package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.checkpoint.ModernBertEncoder.Biases;
import io.postil.model.checkpoint.ModernBertEncoder.Classifying;
import io.postil.model.checkpoint.ModernBertEncoder.Rotation;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The keys of a ModernBERT config.json, with the defaults of transformers' ModernBertConfig; old and new names of one thing. */
final class ModernBertKeys {
    private static final Dimensions BY_DEFAULT = new Dimensions(0, 768, 22, 12, 1152, 8192, 0);
    private static final String GLOBAL = "full_attention";
    private static final String LOCAL = "sliding_attention";

    private final ConfigKeys config;

    ModernBertKeys(ConfigKeys config) {
        this.config = config;
    }

    ModernBertEncoder read() {
        BertKeys.refuseDecoders(config);
        Dimensions size = Sizes.of(config, 50_368, 0, BY_DEFAULT);
        if (config.count("head_dim", size.headWidth()) != size.headWidth() || size.headWidth() % 2 != 0) {
            throw config.unsupported("head_dim", "hidden_size by num_attention_heads, an even number");
        }
        return new ModernBertEncoder(
                size,
                config.activation("hidden_activation", "gelu"),
                config.positive("norm_eps", 1e-5),
                Sizes.padding(config, size, 50_283),
                localLayers(size.layers()),
                reach(),
                rotation(),
                biases(),
                new Dropouts(config.fraction("mlp_dropout", 0), config.fraction("attention_dropout", 0)),
                config.fraction("embedding_dropout", 0),
                classifying());
    }

    private List<Boolean> localLayers(int layers) {
        List<String> types = config.texts("layer_types");
        if (!config.has("layer_types")) {
            int every = config.count("global_attn_every_n_layers", 3);
            return IntStream.range(0, layers).mapToObj(i -> i % every != 0).toList();
        }
        if (types.size() != layers || !Set.of(GLOBAL, LOCAL).containsAll(types)) {
            throw config.unsupported(
                    "layer_types", GLOBAL + " or " + LOCAL + " for each of num_hidden_layers " + layers);
        }
        return types.stream().map(LOCAL::equals).toList();
    }

    private int reach() {
        return config.has("sliding_window")
                ? config.index("sliding_window", 0)
                : config.index("local_attention", 128) / 2;
    }

    private Rotation rotation() {
        if (config.has("rope_scaling")) {
            throw config.unsupported("rope_scaling", "null");
        }
        JsonNode parameters = config.json().path("rope_parameters");
        if (config.has("rope_parameters") && !parameters.has(GLOBAL) && !parameters.has(LOCAL)) {
            throw config.unsupported("rope_parameters", "parameters of " + GLOBAL + " and " + LOCAL);
        }
        double global = config.positive("global_rope_theta", 160_000);
        return new Rotation(
                base(parameters.path(GLOBAL), global),
                base(parameters.path(LOCAL), config.positive("local_rope_theta", 10_000)));
    }

    private double base(JsonNode parameters, double byDefault) {
        if (!(parameters instanceof ObjectNode object)) {
            return byDefault;
        }
        ConfigKeys rope = new ConfigKeys(config.file(), object);
        rope.require("rope_type", "default");
        rope.require("type", "default");
        if (rope.fraction("partial_rotary_factor", 1) != 1) {
            throw rope.unsupported("partial_rotary_factor", "1");
        }
        return rope.positive("rope_theta", byDefault);
    }

    private Biases biases() {
        return new Biases(
                config.flag("attention_bias", false),
                config.flag("mlp_bias", false),
                config.flag("norm_bias", false),
                config.flag("classifier_bias", false));
    }

    private Classifying classifying() {
        String pooling = config.text("classifier_pooling", "cls");
        if (!Set.of("cls", "mean").contains(pooling)) {
            throw config.unsupported("classifier_pooling", "cls or mean");
        }
        return new Classifying(
                pooling.equals("cls") ? HeadLayers.Pooling.FIRST : HeadLayers.Pooling.MEAN,
                config.activation("classifier_activation", "gelu"),
                config.fraction("classifier_dropout", 0));
    }
}
