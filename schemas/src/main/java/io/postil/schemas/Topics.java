package io.postil.schemas;

import io.postil.schemas.Topic.Clock;
import io.postil.schemas.Topic.Spread;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** The catalogue of topics. Every topic is declared here and nowhere else. */
public final class Topics {

    public static final String DEFAULT_PREFIX = "postil.";

    /** How long an original is kept for a correction to come, unless the caller says otherwise. */
    public static final Duration DEFAULT_LEARNING_WINDOW = Duration.ofDays(30);

    /** The largest value that a user's topic takes; keys and headers have room beside it. */
    public static final int LARGEST_VALUE_BYTES = 8 * 1024 * 1024;

    /**
     * What a producer to any of the topics needs as {@code max.request.size}: a copy of the largest value, sealed, with what
     * was found in it.
     */
    public static final int MAX_REQUEST_BYTES = 2 * LARGEST_VALUE_BYTES;

    /** How long a deletion is seen: a process that was away for less will not keep what was deleted. */
    public static final Duration TOMBSTONES = Duration.ofDays(30);

    private static final int USER_BYTES = LARGEST_VALUE_BYTES + 1024 * 1024;
    private static final int SMALL_BYTES = 1024 * 1024;
    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9._-]{0,200}");

    private final String prefix;
    private final Duration learningWindow;

    public Topics(String prefix) {
        this(prefix, DEFAULT_LEARNING_WINDOW);
    }

    /**
     * @param prefix of each topic's name, may be empty
     * @param learningWindow how long originals, corrections and receipts are kept
     * @throws IllegalArgumentException if the prefix has characters that Kafka does not take, or the window is not positive
     */
    public Topics(String prefix, Duration learningWindow) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "topic prefix: " + prefix + " (expected up to 200 of the characters a-z A-Z 0-9 . _ -)");
        }
        if (learningWindow.isNegative() || learningWindow.isZero()) {
            throw new IllegalArgumentException(
                    "learning window: " + learningWindow + " (expected a positive duration)");
        }
        this.prefix = prefix;
        this.learningWindow = learningWindow;
    }

    public String prefix() {
        return prefix;
    }

    public Topic<Utterance> utterances() {
        return topic(
                "utterances",
                Utterance.class,
                "conversation id, else utterance id",
                new Cleanup.Delete(Duration.ofDays(7)),
                Clock.PRODUCER,
                USER_BYTES,
                "Messages to annotate.",
                "the user's producers");
    }

    public Topic<Annotation> annotations() {
        return topic(
                "annotations",
                Annotation.class,
                "as the input",
                new Cleanup.Delete(Duration.ofDays(7)),
                Clock.PRODUCER,
                MAX_REQUEST_BYTES,
                "What was found in each message, with its text masked, and which model versions answered.",
                "stream-app");
    }

    public Topic<Original> originals() {
        return topic(
                "originals",
                Original.class,
                "utterance id",
                new Cleanup.CompactAndDelete(learningWindow),
                Clock.BROKER,
                MAX_REQUEST_BYTES,
                "Messages as sent, sealed, for as long as a correction of them is learned from.",
                "stream-app");
    }

    public Topic<Correction> feedback() {
        return topic(
                "feedback",
                Correction.class,
                "utterance id",
                new Cleanup.Delete(learningWindow),
                Clock.BROKER,
                USER_BYTES,
                "What annotations should have been.",
                "people and programs");
    }

    public Topic<Receipt> receipts() {
        return topic(
                "receipts",
                Receipt.class,
                "correction id",
                new Cleanup.CompactAndDelete(learningWindow.multipliedBy(3)),
                Clock.PRODUCER,
                SMALL_BYTES,
                "What became of each correction.",
                "trainer");
    }

    public Topic<Example> examples() {
        return topic(
                "examples",
                Example.class,
                "utterance id + task",
                new Cleanup.Compact(),
                Clock.PRODUCER,
                MAX_REQUEST_BYTES,
                "What the trainer learns from and measures with; the text is sealed.",
                "trainer");
    }

    public Topic<Checkpoint> checkpoints() {
        return control(
                "checkpoints",
                Checkpoint.class,
                "task + version",
                new Cleanup.Compact(),
                "Versions of each task's model, promoted or refused, and why.",
                "trainer");
    }

    public Topic<Rollout> rollouts() {
        return control(
                "rollouts",
                Rollout.class,
                "task",
                new Cleanup.Compact(),
                "The wanted state: which version of each task shall answer.",
                "trainer, people");
    }

    public Topic<RolloutStatus> rolloutStatus() {
        return control(
                "rollout-status",
                RolloutStatus.class,
                "task + instance",
                new Cleanup.CompactAndDelete(Duration.ofDays(7)),
                "What each instance really serves, or why it could not.",
                "stream-app");
    }

    public Topic<DeadLetter> deadLetters() {
        return topic(
                "dead-letters",
                DeadLetter.class,
                "as the input",
                new Cleanup.Delete(Duration.ofDays(30)),
                Clock.BROKER,
                MAX_REQUEST_BYTES,
                "Records that could not be processed, sealed, and why.",
                "stream-app, trainer");
    }

    public Topic<KeptKey> conversationKeys() {
        return new Topic<>(
                prefix + "conversation-keys",
                KeptKey.class,
                "key id",
                new Cleanup.Erase(TOMBSTONES),
                Spread.BY_KEY,
                Clock.PRODUCER,
                SMALL_BYTES,
                "The key of each conversation, wrapped with a key of the key file; forgetting a conversation deletes it.",
                "stream-app, trainer");
    }

    public Topic<Forget> forgets() {
        return new Topic<>(
                prefix + "forgets",
                Forget.class,
                "SHA-256 of the conversation id",
                new Cleanup.Delete(Duration.ofDays(7)),
                Spread.BY_KEY,
                Clock.BROKER,
                SMALL_BYTES,
                "Requests to forget a conversation, one in each partition; as many partitions as utterances.",
                "people (`postil forget`)");
    }

    /** All of them, in the order in which a message and its correction pass through. */
    public List<Topic<?>> all() {
        return List.of(
                utterances(),
                annotations(),
                originals(),
                feedback(),
                receipts(),
                examples(),
                checkpoints(),
                rollouts(),
                rolloutStatus(),
                deadLetters(),
                conversationKeys(),
                forgets());
    }

    private <V extends SpecificRecord> Topic<V> topic(
            String name,
            Class<V> type,
            String key,
            Cleanup cleanup,
            Clock clock,
            int maxMessageBytes,
            String description,
            String writers) {
        return new Topic<>(
                prefix + name, type, key, cleanup, Spread.BY_KEY, clock, maxMessageBytes, description, writers);
    }

    private <V extends SpecificRecord> Topic<V> control(
            String name, Class<V> type, String key, Cleanup cleanup, String description, String writers) {
        return new Topic<>(
                prefix + name, type, key, cleanup, Spread.SINGLE, Clock.PRODUCER, SMALL_BYTES, description, writers);
    }
}
