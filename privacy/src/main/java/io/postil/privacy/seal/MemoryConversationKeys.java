package io.postil.privacy.seal;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keys of conversations that are lost with the process. Safe for use by many threads. */
public final class MemoryConversationKeys implements ConversationKeys {
    private final ConcurrentMap<String, ConversationKey> keys = new ConcurrentHashMap<>();

    @Override
    public ConversationKey of(String conversation) {
        return keys.computeIfAbsent(conversation, name -> ConversationKey.create());
    }

    @Override
    public Optional<ConversationKey> find(String conversation) {
        return Optional.ofNullable(keys.get(conversation));
    }

    @Override
    public boolean forget(String conversation) {
        return keys.remove(conversation) != null;
    }
}
