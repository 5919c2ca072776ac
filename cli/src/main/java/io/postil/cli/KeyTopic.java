package io.postil.cli;

import io.postil.privacy.seal.WrappedKey;
import io.postil.schemas.Bytes;
import io.postil.schemas.KeptKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The keys of conversations by their ids, as their topic has them; read whole at the first need. */
final class KeyTopic {
    private final Connection connection;
    private Map<String, KeptKey> keys;

    KeyTopic(Connection connection) {
        this.connection = connection;
    }

    Optional<WrappedKey> find(String id) {
        if (keys == null) {
            keys = new HashMap<>(
                    TopicScan.latest(connection, connection.topics().conversationKeys()));
        }
        return Optional.ofNullable(keys.get(id))
                .map(kept -> new WrappedKey(kept.getConversation(), Bytes.of(kept.getWrapped())));
    }
}
