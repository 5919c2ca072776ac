package io.postil.trainer.intake;

import io.postil.schemas.Split;

/** Which split all utterances of a conversation fall in, for ever. */
@FunctionalInterface
public interface Splits {
    Split of(String conversation);
}
