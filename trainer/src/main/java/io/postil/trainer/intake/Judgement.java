package io.postil.trainer.intake;

import io.postil.schemas.Example;
import java.util.Optional;

/** What a correction comes to by itself, before it is held against what others said of the same utterance. */
sealed interface Judgement {

    /**
     * It can be learned from, or measured with.
     *
     * @param key what its text is sealed with, where that is new
     */
    record Sound(Example example, Optional<FreshKey> key) implements Judgement {}

    /** It cannot, and the reason is for the one who sent it. */
    record Unsound(String reason) implements Judgement {}

    /** The utterance that it corrects is not known yet. */
    record Waits() implements Judgement {}

    /** The key that the utterance is sealed with is not known yet, or no longer. */
    record Keyless() implements Judgement {}
}
