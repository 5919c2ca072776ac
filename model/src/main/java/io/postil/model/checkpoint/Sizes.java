package io.postil.model.checkpoint;

/** Reads the sizes of an encoder, where all families call them the same. */
final class Sizes {

    private Sizes() {}

    static Dimensions of(ConfigKeys config, int vocabulary, int tokenTypes) {
        return of(config, vocabulary, tokenTypes, new Dimensions(0, 768, 12, 12, 3072, 512, 0));
    }

    static Dimensions of(ConfigKeys config, int vocabulary, int tokenTypes, Dimensions byDefault) {
        Dimensions size = new Dimensions(
                config.count("vocab_size", vocabulary),
                config.count("hidden_size", byDefault.hidden()),
                layers(config, "num_hidden_layers", byDefault.layers()),
                config.count("num_attention_heads", byDefault.heads()),
                config.count("intermediate_size", byDefault.intermediate()),
                config.count("max_position_embeddings", byDefault.positions()),
                tokenTypes);
        checkHeads(config, "num_attention_heads", size);
        return size;
    }

    static int layers(ConfigKeys config, String key, int byDefault) {
        return config.whole(key, byDefault, 1, 1000);
    }

    static void checkHeads(ConfigKeys config, String key, Dimensions size) {
        if (size.hidden() % size.heads() != 0) {
            throw config.unsupported(key, "a divisor of hidden_size " + size.hidden());
        }
    }

    /** The padding's id, which must be one of the vocabulary's; 0 where the file says null, as any id does then. */
    static int padding(ConfigKeys config, Dimensions size, int byDefault) {
        boolean none = config.json().path("pad_token_id").isNull();
        int id = none ? 0 : config.index("pad_token_id", byDefault);
        if (id >= size.vocabulary()) {
            throw config.wrong("pad_token_id", "an id below vocab_size " + size.vocabulary());
        }
        return id;
    }
}
