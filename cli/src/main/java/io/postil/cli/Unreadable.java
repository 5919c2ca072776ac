package io.postil.cli;

import io.postil.privacy.seal.SealException;
import io.postil.privacy.seal.Sealer;
import io.postil.schemas.Bytes;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Example;
import io.postil.schemas.Original;
import io.postil.schemas.Topic;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Counts the sealed records that only certain keys could have opened. */
final class Unreadable {
    private final Connection connection;
    private final Set<String> keys;

    Unreadable(Connection connection, Set<String> keys) {
        this.connection = connection;
        this.keys = Set.copyOf(keys);
    }

    int originals() {
        return count(connection.topics().originals(), Original::getSealed);
    }

    int examples() {
        return count(connection.topics().examples(), Example::getSealed);
    }

    /** Each is counted, since keys of dead letters are those of conversations. */
    int deadLetters() {
        int[] count = {0};
        if (!keys.isEmpty()) {
            TopicScan.each(connection, connection.topics().deadLetters(), (key, letter) -> {
                if (letter != null && isSealed(letter)) {
                    count[0]++;
                }
            });
        }
        return count[0];
    }

    /** Of each key of the topic its last record counts. */
    private <V extends SpecificRecord> int count(Topic<V> topic, Function<V, ByteBuffer> sealed) {
        Set<String> found = new HashSet<>();
        if (!keys.isEmpty()) {
            TopicScan.each(connection, topic, (key, value) -> {
                found.remove(key);
                if (value != null && isSealed(sealed.apply(value))) {
                    found.add(key);
                }
            });
        }
        return found.size();
    }

    private boolean isSealed(DeadLetter letter) {
        return letter.getSealed() != null && isSealed(letter.getSealed());
    }

    private boolean isSealed(ByteBuffer sealed) {
        try {
            return keys.contains(Sealer.keyId(Bytes.of(sealed)));
        } catch (SealException e) {
            return false;
        }
    }
}
