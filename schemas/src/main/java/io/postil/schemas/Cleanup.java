package io.postil.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What Kafka may drop from a topic. */
public sealed interface Cleanup {

    /** As in Kafka's {@code cleanup.policy}. */
    String policy();

    /** How long a record stays, where age decides. */
    Optional<Duration> retention();

    /** The topic's settings that follow from it. */
    default Map<String, String> settings() {
        return retention()
                .map(age -> Map.of("cleanup.policy", policy(), "retention.ms", Long.toString(age.toMillis())))
                .orElseGet(() -> Map.of("cleanup.policy", policy()));
    }

    /** A record goes when it is too old. */
    record Delete(Duration after) implements Cleanup {
        @Override
        public String policy() {
            return "delete";
        }

        @Override
        public Optional<Duration> retention() {
            return Optional.of(after);
        }
    }

    /**
     * The newest record of each key stays for ever. What is deleted is gone within a day.
     *
     * @param tombstones how long a reader that was away still sees that a key was deleted
     */
    record Erase(Duration tombstones) implements Cleanup {
        private static final Duration SOON = Duration.ofDays(1);

        @Override
        public String policy() {
            return "compact";
        }

        @Override
        public Optional<Duration> retention() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "cleanup.policy", policy(),
                    "delete.retention.ms", Long.toString(tombstones.toMillis()),
                    "max.compaction.lag.ms", Long.toString(SOON.toMillis()));
        }
    }

    /** The newest record of each key stays for ever. */
    record Compact() implements Cleanup {
        @Override
        public String policy() {
            return "compact";
        }

        @Override
        public Optional<Duration> retention() {
            return Optional.empty();
        }
    }

    /** The newest record of each key stays until it is too old. */
    record CompactAndDelete(Duration after) implements Cleanup {
        @Override
        public String policy() {
            return "compact,delete";
        }

        @Override
        public Optional<Duration> retention() {
            return Optional.of(after);
        }
    }
}
