package io.postil.stream.annotate;

import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.ConversationKeys;
import io.postil.privacy.seal.SealException;
import io.postil.privacy.seal.Sealer;
import io.postil.privacy.seal.WrappedKey;
import io.postil.privacy.seal.WrappedKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one task's conversations, by the conversations' names. The store alone says what is kept; what is held beside it
 * follows from a stored value's bytes, so that an aborted transaction leaves nothing wrong behind. Threading: the task's.
 */
final class StoredKeys implements ConversationKeys {
    private static final Logger LOG = LoggerFactory.getLogger(StoredKeys.class);
    private static final int HELD = 1_000;

    private final KeyValueStore<String, byte[]> store;
    private final WrappedKeys wrapping;
    private final KeyNews news;
    private final Map<ByteBuffer, Opened> opened = new LinkedHashMap<>(16, 0.75f, true);

    StoredKeys(KeyValueStore<String, byte[]> store, WrappedKeys wrapping, KeyNews news) {
        this.store = store;
        this.wrapping = wrapping;
        this.news = news;
    }

    /** A key with what is derived from it. */
    private record Opened(ConversationKey key, Sealer sealer) {
        Opened(ConversationKey key) {
            this(key, key.sealer());
        }
    }

    @Override
    public ConversationKey of(String conversation) {
        return opened(conversation).key();
    }

    /** Seals with the key of a conversation; makes one where it has none. */
    Sealer sealer(String conversation) {
        return opened(conversation).sealer();
    }

    @Override
    public Optional<ConversationKey> find(String conversation) {
        return open(WrappedKeys.nameOf(conversation)).map(Opened::key);
    }

    @Override
    public boolean forget(String conversation) {
        return forgetNamed(WrappedKeys.nameOf(conversation));
    }

    boolean forgetNamed(String name) {
        byte[] value = store.delete(name);
        if (value == null) {
            return false;
        }
        opened.remove(ByteBuffer.wrap(value));
        news.forgotten(StoredKey.of(value).id());
        return true;
    }

    private Opened opened(String conversation) {
        String name = WrappedKeys.nameOf(conversation);
        return open(name).orElseGet(() -> keep(name, ConversationKey.create()));
    }

    /** A key that its master key no longer opens is lost, and with it what it sealed; the conversation begins anew. */
    private Optional<Opened> open(String name) {
        byte[] value = store.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Opened known = opened.get(ByteBuffer.wrap(value));
        try {
            return Optional.of(known == null ? unwrap(name, value) : known);
        } catch (SealException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("A conversation's key is lost; it gets a new one");
            return Optional.empty();
        }
    }

    private Opened unwrap(String name, byte[] value) {
        byte[] wrapped = StoredKey.of(value).wrapped();
        ConversationKey key = wrapping.unwrap(name, wrapped);
        return wrapping.isDated(wrapped) ? keep(name, key) : hold(value, new Opened(key));
    }

    /** Wraps with the active master key, so that an old one can be taken out of the key file some day. */
    private Opened keep(String name, ConversationKey key) {
        byte[] wrapped = wrapping.wrap(name, key);
        byte[] value = new StoredKey(key.id(), wrapped).bytes();
        store.put(name, value);
        news.kept(key.id(), new WrappedKey(name, wrapped));
        return hold(value, new Opened(key));
    }

    private Opened hold(byte[] value, Opened key) {
        if (opened.size() >= HELD) {
            opened.remove(opened.keySet().iterator().next());
        }
        opened.put(ByteBuffer.wrap(value), key);
        return key;
    }

    /** A stored value: the length of the key's id, the id, the wrapped key. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record StoredKey(String id, byte[] wrapped) {

        static StoredKey of(byte[] bytes) {
            String id = new String(bytes, 1, bytes[0], StandardCharsets.US_ASCII);
            return new StoredKey(id, java.util.Arrays.copyOfRange(bytes, 1 + bytes[0], bytes.length));
        }

        byte[] bytes() {
            byte[] name = id.getBytes(StandardCharsets.US_ASCII);
            return ByteBuffer.allocate(1 + name.length + wrapped.length)
                    .put((byte) name.length)
                    .put(name)
                    .put(wrapped)
                    .array();
        }
    }
}
