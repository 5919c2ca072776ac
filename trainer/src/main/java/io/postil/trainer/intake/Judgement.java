package io.postil.trainer.intake;

import io.postil.schemas.Example;

/** What a correction comes to by itself, before it is held against what others said of the same utterance. */
sealed interface Judgement {

    /** It can be learned from, or measured with. */
    record Sound(Example example) implements Judgement {}

    /** It cannot, and the reason is for the one who sent it. */
    record Unsound(String reason) implements Judgement {}

    /** The utterance that it corrects is not known yet. */
    record Waits() implements Judgement {}
}
