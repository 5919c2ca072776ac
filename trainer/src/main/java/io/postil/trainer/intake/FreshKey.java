package io.postil.trainer.intake;

import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.WrappedKeys;
import io.postil.schemas.KeptKey;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A key for an utterance that a correction brings with it, under the name of its conversation: when that is forgotten, so is this.
 *
 * @param kept as it stands in the topic of keys
 */
record FreshKey(ConversationKey key, KeptKey kept) {

    static FreshKey of(String conversation, WrappedKeys wrapping, Instant now) {
        var key = ConversationKey.create();
        var name = WrappedKeys.nameOf(conversation);
        return new FreshKey(key, new KeptKey(name, ByteBuffer.wrap(wrapping.wrap(name, key)), now));
    }
}
