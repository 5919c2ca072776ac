package io.postil.trainer.intake;

import io.postil.privacy.seal.WrappedKey;
import io.postil.schemas.Bytes;
import io.postil.schemas.KeptKey;
import io.postil.schemas.UndecodableException;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * The keys of conversations by their ids, as far as this process has read their topic: a key may come a moment after what it has
 * sealed. Threading: any.
 */
record KeyTable(ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store, Wire<KeptKey> wire) {

    /** A record that nobody can read is no key. */
    Optional<WrappedKey> find(String id) {
        var found = store.get(id);
        if (found == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(key(wire.read(found.value())));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }

    static WrappedKey key(KeptKey kept) {
        return new WrappedKey(kept.getConversation(), Bytes.of(kept.getWrapped()));
    }
}
