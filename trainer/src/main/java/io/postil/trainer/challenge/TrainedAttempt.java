package io.postil.trainer.challenge;

import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.store.CheckpointNotes;
import io.postil.model.store.StoredCheckpoint;
import io.postil.model.train.Learner;
import io.postil.model.train.TrainingItem;
import io.postil.trainer.runs.Attempt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A challenger that was trained; owns its learner. */
record TrainedAttempt(Learner learner, StoredCheckpoint champion, List<TrainingItem> items, Findings findings)
        implements Attempt {
    private static final int WINDOW = 256;
    private static final int STRIDE = 64;

    @Override
    public List<Prediction> classify(List<Input> inputs) {
        return learner.classify(inputs);
    }

    @Override
    public void save(Path folder) throws IOException {
        learner.save(folder);
        notes().write(folder);
        Files.writeString(folder.resolve("README.md"), card());
    }

    @Override
    public void close() {
        learner.close();
    }

    /** The champion's, so that texts are read as before, with what is new. */
    private CheckpointNotes notes() {
        var before = CheckpointNotes.read(champion.folder())
                .orElseGet(() -> CheckpointNotes.of(champion.task(), WINDOW, STRIDE));
        return new CheckpointNotes(
                champion.task(),
                before.window(),
                before.stride(),
                before.thresholds(),
                before.temperature(),
                before.numericMode(),
                Optional.of(champion.version()),
                Optional.of(digest()),
                findings.metrics());
    }

    private String card() {
        return """
                # %s, learned from corrections

                Made by Postil's trainer from version %s, with %d items: old ones beside corrections, some repeated. What it was
                measured with, and what the gate said, is in `postil.json` and in the checkpoint's record.

                %s
                """.formatted(champion.task(), champion.version(), items.size(), findings.reason());
    }

    /** SHA-256 of the items in the order in which they were given to the training. */
    private String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            items.forEach(item -> digest.update(item.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
