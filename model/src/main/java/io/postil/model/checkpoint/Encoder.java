package io.postil.model.checkpoint;

import io.postil.model.Head;
import java.util.List;

/** The architecture under a head, one record per family. */
public sealed interface Encoder permits BertEncoder {

    int hiddenSize();

    /** The longest input in tokens. */
    int maxTokens();

    /** The id that fills a batch up. */
    int padTokenId();

    double dropout();

    /** How many values of the input's token types there are. */
    int tokenTypes();

    /** What the names of the encoder's tensors begin with in a checkpoint that has a head. */
    String prefix();

    /** Every tensor of the encoder, without the prefix. */
    List<Slot> slots();

    /** Every tensor of the head, its pooler without the encoder's prefix. */
    List<Slot> headSlots(Head head, int labels);

    /** A tensor that a checkpoint must have. */
    record Slot(String name, Shape shape) {}
}
