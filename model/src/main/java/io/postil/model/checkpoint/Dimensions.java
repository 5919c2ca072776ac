package io.postil.model.checkpoint;

/**
 * The sizes that every encoder has.
 *
 * @param vocabulary token ids
 * @param hidden width of a token's vector between layers
 * @param heads of attention; their number divides {@code hidden}
 * @param intermediate width within a layer
 * @param positions {@code max_position_embeddings} of config.json
 * @param tokenTypes how many token types have a vector of their own; 0 where types say nothing
 */
public record Dimensions(
        int vocabulary, int hidden, int layers, int heads, int intermediate, int positions, int tokenTypes) {

    /** Width of one head of attention. */
    public int headWidth() {
        return hidden / heads;
    }
}
