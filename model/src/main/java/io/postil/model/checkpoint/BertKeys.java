package io.postil.model.checkpoint;

import io.postil.model.checkpoint.BertEncoder.Kind;
import java.util.List;

/** The keys of the config.json of BERT and its kin, with the defaults of transformers. */
final class BertKeys {
    /** DistilBERT's, which it does not let be chosen. */
    private static final double DISTILBERT_EPSILON = 1e-12;

    private final ConfigKeys config;

    BertKeys(ConfigKeys config) {
        this.config = config;
    }

    BertEncoder bert() {
        return read(Kind.BERT, 30_522, 0);
    }

    BertEncoder roberta() {
        if (config.json().path("pad_token_id").isNull()) {
            throw config.unsupported("pad_token_id", "an id: positions count from after it");
        }
        BertEncoder encoder = read(Kind.ROBERTA, 50_265, 1);
        if (encoder.maxTokens() < 1) {
            throw config.unsupported("max_position_embeddings", "more than pad_token_id + 1");
        }
        return encoder;
    }

    private BertEncoder read(Kind kind, int vocabulary, int pad) {
        config.require("position_embedding_type", "absolute");
        refuseDecoders(config);
        Dimensions size = Sizes.of(config, vocabulary, config.count("type_vocab_size", 2));
        Dropouts dropout = new Dropouts(
                config.fraction("hidden_dropout_prob", 0.1), config.fraction("attention_probs_dropout_prob", 0.1));
        return new BertEncoder(
                kind,
                size,
                config.activation("hidden_act", "gelu"),
                config.positive("layer_norm_eps", 1e-12),
                Sizes.padding(config, size, pad),
                dropout,
                config.fraction("classifier_dropout", dropout.hidden()));
    }

    BertEncoder distilBert() {
        refuseDecoders(config);
        String hidden = config.firstOf("dim", "hidden_size");
        String heads = config.firstOf("n_heads", "num_attention_heads");
        Dimensions size = new Dimensions(
                config.count("vocab_size", 30_522),
                config.count(hidden, 768),
                Sizes.layers(config, config.firstOf("n_layers", "num_hidden_layers"), 6),
                config.count(heads, 12),
                config.count("hidden_dim", 3072),
                config.count("max_position_embeddings", 512),
                0);
        Sizes.checkHeads(config, heads, size);
        return new BertEncoder(
                Kind.DISTILBERT,
                size,
                config.activation("activation", "gelu"),
                DISTILBERT_EPSILON,
                Sizes.padding(config, size, 0),
                new Dropouts(config.fraction("dropout", 0.1), config.fraction("attention_dropout", 0.1)),
                config.fraction("seq_classif_dropout", 0.2));
    }

    /** What makes of an encoder something else, and what changes its weights. */
    static void refuseDecoders(ConfigKeys config) {
        for (String key : List.of("is_decoder", "add_cross_attention", "is_encoder_decoder")) {
            config.require(key, "false");
        }
        for (String key : List.of("pruned_heads", "quantization_config")) {
            config.require(key, "none");
        }
    }
}
