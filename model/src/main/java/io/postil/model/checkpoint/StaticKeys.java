package io.postil.model.checkpoint;

import java.util.Optional;

/** The keys of the config.json of a {@link StaticEncoder}. */
final class StaticKeys {
    static final int POSITIONS = 4096;

    private final ConfigKeys config;

    StaticKeys(ConfigKeys config) {
        this.config = config;
    }

    StaticEncoder read() {
        int wordSize = config.count("embedding_size", 64);
        Optional<Activation> hidden =
                config.has("hidden_size") ? Optional.of(config.activation("hidden_act", "relu")) : Optional.empty();
        Dimensions size = new Dimensions(
                config.whole("vocab_size", 0, StaticEncoder.SPECIAL.size() + 1, ConfigKeys.MOST),
                config.count("hidden_size", wordSize),
                0,
                1,
                wordSize,
                config.count("max_position_embeddings", POSITIONS),
                0);
        return new StaticEncoder(size, wordSize, hidden, config.fraction("dropout", 0.1));
    }
}
