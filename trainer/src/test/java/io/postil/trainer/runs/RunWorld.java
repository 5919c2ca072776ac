package io.postil.trainer.runs;

import io.postil.model.Head;
import io.postil.model.store.CheckpointStore;
import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.Sealer;
import io.postil.privacy.seal.WrappedKey;
import io.postil.privacy.seal.WrappedKeys;
import io.postil.schemas.Example;
import io.postil.schemas.Fate;
import io.postil.schemas.Origin;
import io.postil.schemas.Rollout;
import io.postil.schemas.SealContext;
import io.postil.schemas.Split;
import io.postil.schemas.Stage;
import io.postil.schemas.UtteranceCodec;
import io.postil.trainer.fixtures.RecordingTrainerMetrics;
import io.postil.trainer.fixtures.Utterances;
import io.postil.trainer.parts.StarterModels;
import io.postil.trainer.parts.Task;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Topics, a store and a clock that outlive trainers. A run is due after three examples, or a minute. */
final class RunWorld {
    static final Task TASK = new Task("dialogue-act", Head.SEQUENCE, false, Set.of("offer", "request"));
    static final StarterModels STARTERS = () -> List.of(new StarterModels.StarterModel(
            TASK, "base", folder -> Files.writeString(folder.resolve("model.txt"), "request")));

    final FakeTopics topics = new FakeTopics();
    final FakeAttempts attempts = new FakeAttempts();
    final RecordingTrainerMetrics metrics = new RecordingTrainerMetrics();
    final KeyRing keys = KeyRing.ephemeral();
    final Sealer sealer = new Sealer(keys);
    final CheckpointStore store;
    Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private FakeTopics.Log log;
    private RunLoop loop;

    RunWorld(Path folder) {
        store = new CheckpointStore(folder);
        restart();
        new FirstVersions(topics.open(), store, clock()).ensure(STARTERS);
    }

    /** A new trainer over the same topics and store. */
    void restart() {
        log = topics.open();
        var settings = new RunsSettings(
                List.of(TASK),
                store,
                attempts,
                attempts,
                (task, split) -> List.of(),
                keys,
                3,
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                metrics,
                clock());
        loop = settings.loop(log);
    }

    FakeTopics.Log log() {
        return log;
    }

    /** Time passes until examples have settled, and the trainer looks once. */
    void turn() {
        pass(Duration.ofSeconds(10));
        loop.turn();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void example(String id, Split split) {
        example(id, "k-" + id, split);
    }

    void example(String id, String correction, Split split) {
        example(id, correction, split, sealer);
    }

    void exampleSealedWithALostKey(String id) {
        example(id, "k-" + id, Split.TRAIN, new Sealer(KeyRing.ephemeral()));
    }

    /** An example of a conversation, sealed with its key, which is kept until it is forgotten. */
    ConversationKey exampleOfConversation(String id) {
        var key = ConversationKey.create();
        var name = WrappedKeys.nameOf("c-" + id);
        topics.keys.put(key.id(), new WrappedKey(name, new WrappedKeys(keys).wrap(name, key)));
        example(id, "k-" + id, Split.TRAIN, key.sealer());
        return key;
    }

    private void example(String id, String correction, Split split, Sealer sealer) {
        var utterance = UtteranceCodec.encode(Utterances.utterance(id, "I can help with " + id));
        topics.write(Example.newBuilder()
                .setUtteranceId(id)
                .setTask(TASK.name())
                .setSealed(ByteBuffer.wrap(sealer.seal(utterance, SealContext.utterance(id))))
                .setLabel("offer")
                .setSplit(split)
                .setOrigin(Origin.CORRECTION)
                .setCorrectionId(correction)
                .setAnnotator("ada")
                .setAt(now)
                .build());
    }

    void threeExamples() {
        example("t1", Split.TRAIN);
        example("v1", Split.VALIDATION);
        example("h1", Split.HELD_OUT);
        attempts.measured.put("h1/dialogue-act", new Attempt.Measured(false, true));
    }

    /** A person sets the champion. */
    void person(String champion, Stage stage) {
        topics.write(Rollout.newBuilder()
                .setTask(TASK.name())
                .setChampion(champion)
                .setStage(stage)
                .setSequence(topics.rollouts.size() + 1)
                .setBy("ada")
                .setReason("I say so")
                .setAt(now)
                .build());
    }

    /** Version and verdict of each checkpoint record. */
    List<String> verdicts() {
        return topics.checkpoints.stream()
                .map(checkpoint -> checkpoint.getVersion() + " " + checkpoint.getVerdict())
                .toList();
    }

    List<String> champions() {
        return topics.rollouts.stream().map(Rollout::getChampion).toList();
    }

    /** Correction, fate and version of each receipt. */
    List<String> receipts() {
        return topics.receipts.stream()
                .map(receipt -> receipt.getCorrectionId() + " " + receipt.getFate() + " " + receipt.getVersion())
                .sorted()
                .toList();
    }

    long receipts(Fate fate) {
        return topics.receipts.stream()
                .filter(receipt -> receipt.getFate() == fate)
                .count();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
