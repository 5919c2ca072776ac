package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.checkpoint.DebertaEncoder.Convolution;
import io.postil.model.checkpoint.DebertaEncoder.Pooler;
import io.postil.model.checkpoint.DebertaEncoder.Relative;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The keys of a DeBERTa-v2 config.json, with the defaults of transformers' DebertaV2Config. */
final class DebertaKeys {
    private static final Dimensions BY_DEFAULT = new Dimensions(0, 1536, 24, 24, 6144, 512, 0);

    private final ConfigKeys config;

    DebertaKeys(ConfigKeys config) {
        this.config = config;
    }

    DebertaEncoder read() {
        BertKeys.refuseDecoders(config);
        Dimensions size = Sizes.of(config, 128_100, config.index("type_vocab_size", 0), BY_DEFAULT);
        same("attention_head_size", size.headWidth());
        same("pooler_hidden_size", size.hidden());
        Dropouts dropout = new Dropouts(
                config.fraction("hidden_dropout_prob", 0.1), config.fraction("attention_probs_dropout_prob", 0.1));
        return new DebertaEncoder(
                size,
                config.count("embedding_size", size.hidden()),
                config.activation("hidden_act", "gelu"),
                config.positive("layer_norm_eps", 1e-7),
                Sizes.padding(config, size, 0),
                config.flag("position_biased_input", true),
                relative(size),
                convolution(size),
                dropout,
                new Pooler(
                        config.activation("pooler_hidden_act", "gelu"),
                        config.fraction("pooler_dropout", 0),
                        config.fraction("cls_dropout", dropout.hidden())));
    }

    private void same(String key, int only) {
        if (config.count(key, only) != only) {
            throw config.unsupported(key, Integer.toString(only));
        }
    }

    private Relative relative(Dimensions size) {
        List<String> terms = listed("pos_att_type", Set.of("c2p", "p2c", "none", ""));
        int buckets = Math.max(0, config.whole("position_buckets", -1, Integer.MIN_VALUE, 1 << 28));
        if (buckets == 1) {
            throw config.unsupported("position_buckets", "-1 for none, or from 2");
        }
        int farthest = config.whole("max_relative_positions", -1, Integer.MIN_VALUE, 1 << 28);
        return new Relative(
                config.flag("relative_attention", false),
                terms.contains("c2p"),
                terms.contains("p2c"),
                config.flag("share_att_key", false),
                buckets,
                farthest < 1 ? size.positions() : farthest,
                listed("norm_rel_ebd", Set.of("layer_norm", "none", "")).contains("layer_norm"));
    }

    /** What is given as a list, or as one text with bars. */
    private List<String> listed(String key, Set<String> known) {
        JsonNode value = config.json().path(key);
        List<String> parts = value.isArray()
                ? config.texts(key)
                : Arrays.stream(config.text(key, "").toLowerCase(Locale.ROOT).split("\\|", -1))
                        .map(String::trim)
                        .toList();
        if (!known.containsAll(parts)) {
            throw config.unsupported(
                    key,
                    String.join(
                            " or ",
                            known.stream()
                                    .filter(part -> !part.isEmpty())
                                    .sorted()
                                    .toList()));
        }
        return parts;
    }

    private Optional<Convolution> convolution(Dimensions size) {
        int kernel = config.index("conv_kernel_size", 0);
        if (kernel == 0) {
            return Optional.empty();
        }
        int groups = config.count("conv_groups", 1);
        if (kernel % 2 == 0) {
            throw config.unsupported("conv_kernel_size", "an odd number");
        }
        if (size.hidden() % groups != 0) {
            throw config.unsupported("conv_groups", "a divisor of hidden_size " + size.hidden());
        }
        return Optional.of(new Convolution(kernel, groups, config.activation("conv_act", "tanh")));
    }
}
