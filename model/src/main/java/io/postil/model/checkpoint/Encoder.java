package io.postil.model.checkpoint;

import io.postil.model.Head;
import java.util.List;

/** The architecture under a head, one record per kind. */
public sealed interface Encoder permits BertEncoder, DebertaEncoder, ModernBertEncoder, StaticEncoder {

    Dimensions size();

    /** The longest input in tokens. */
    int maxTokens();

    /** The tokens past which an input cannot be read at all; {@link #maxTokens} where positions are absolute. */
    default int limit() {
        return maxTokens();
    }

    /** The id that fills a batch up. */
    int padTokenId();

    /** What the names of the encoder's tensors begin with in a checkpoint that has a head. */
    String prefix();

    /** Every tensor of the encoder, without the prefix. */
    List<Slot> slots();

    HeadLayers layers(Head head);

    /** Tensors that checkpoints often carry though their head does not use them. */
    default List<Slot> unused() {
        return List.of();
    }

    /** The modules of heads that stand beside the encoder, so that their tensors' names have no prefix. */
    List<String> headModules();

    /** What the names of the tensors of a language model's head begin with. */
    List<String> languageModel();

    /** Ends of the names of the linear modules that make queries and values: what low-rank adapters usually target. */
    List<String> queriesAndValues();

    /** Whether a tensor is trained where the head alone is. */
    default boolean isHead(Slot slot) {
        return !slots().contains(slot);
    }

    /** Every tensor of the head, its pooler without the encoder's prefix. */
    default List<Slot> headSlots(Head head, int labels) {
        return layers(head).slots(size().hidden(), labels);
    }

    /** The name of a tensor or module as a checkpoint with a head has it. */
    default String fullName(String name) {
        boolean beside =
                headModules().stream().anyMatch(module -> name.equals(module) || name.startsWith(module + "."));
        return beside ? name : prefix() + name;
    }

    /** A tensor that a checkpoint must have. */
    record Slot(String name, Shape shape) {

        /** The module that it belongs to. */
        public String module() {
            return name.substring(0, name.lastIndexOf('.'));
        }

        /** Whether it is the weight of a linear layer; tables of embeddings and convolutions are not. */
        public boolean isLinear() {
            return shape.rank() == 2 && !isEmbedding();
        }

        boolean isEmbedding() {
            return module().endsWith("embeddings");
        }
    }
}
