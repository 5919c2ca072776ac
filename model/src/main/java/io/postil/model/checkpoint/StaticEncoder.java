package io.postil.model.checkpoint;

import io.postil.model.Head;
import java.util.List;
import java.util.Optional;

/**
 * Vectors of words, each the same wherever the word stands: of a text their mean, unknown words aside; of a token its own. A hidden
 * layer may follow. Not an architecture of transformers.
 *
 * @param size {@code hidden} is what comes out
 * @param wordSize width of the vectors
 * @param hidden the activation of the hidden layer, where there is one
 * @param dropout before the head, in training
 */
public record StaticEncoder(Dimensions size, int wordSize, Optional<Activation> hidden, double dropout)
        implements Encoder {
    /** The first ids, which are no words: what is not in the vocabulary, what stands before a text, what pads. */
    static final List<String> SPECIAL = List.of("[UNK]", "[SEP]", "[PAD]");

    /** The module of the hidden layer. */
    public static final String HIDDEN = "hidden";

    @Override
    public int maxTokens() {
        return size.positions();
    }

    @Override
    public int padTokenId() {
        return SPECIAL.size() - 1;
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public List<String> headModules() {
        return List.of("classifier");
    }

    @Override
    public List<String> languageModel() {
        return List.of();
    }

    @Override
    public List<String> queriesAndValues() {
        return List.of();
    }

    @Override
    public List<Slot> slots() {
        Slots slots = new Slots().embedding("embeddings.word_embeddings", size.vocabulary(), wordSize);
        return hidden.map(activation -> slots.linear(HIDDEN, size.hidden(), wordSize))
                .orElse(slots)
                .list();
    }

    @Override
    public boolean isHead(Slot slot) {
        return !slot.isEmbedding();
    }

    @Override
    public HeadLayers layers(Head head) {
        HeadLayers.Pooling pooling = head == Head.TOKENS ? HeadLayers.Pooling.NONE : HeadLayers.Pooling.FIRST;
        return new HeadLayers(pooling, Optional.empty(), dropout, "classifier");
    }
}
