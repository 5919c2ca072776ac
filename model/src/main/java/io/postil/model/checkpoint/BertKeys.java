package io.postil.model.checkpoint;

import java.util.List;

/** The keys of a BERT config.json, with the defaults of transformers' BertConfig. */
final class BertKeys {
    private final ConfigFile config;

    BertKeys(ConfigFile config) {
        this.config = config;
    }

    BertEncoder read() {
        config.require("position_embedding_type", "absolute");
        for (String key : List.of("is_decoder", "add_cross_attention", "is_encoder_decoder")) {
            config.require(key, "false");
        }
        for (String key : List.of("pruned_heads", "quantization_config")) {
            config.require(key, "none");
        }
        int hidden = config.count("hidden_size", 768);
        int heads = config.count("num_attention_heads", 12);
        if (hidden % heads != 0) {
            throw config.unsupported("num_attention_heads", "a divisor of hidden_size " + hidden);
        }
        return new BertEncoder(
                config.count("vocab_size", 30522),
                hidden,
                config.count("num_hidden_layers", 12),
                heads,
                config.count("intermediate_size", 3072),
                activation(),
                config.positive("layer_norm_eps", 1e-12),
                config.count("max_position_embeddings", 512),
                config.count("type_vocab_size", 2),
                config.index("pad_token_id", 0),
                config.fraction("hidden_dropout_prob", 0.1),
                config.fraction("attention_probs_dropout_prob", 0.1));
    }

    private Activation activation() {
        return Activation.named(config.text("hidden_act", "gelu"))
                .orElseThrow(() -> config.unsupported("hidden_act", "gelu, gelu_new, relu, silu or another of BERT's"));
    }
}
