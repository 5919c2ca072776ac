package io.postil.model.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder with the last state of a training: {@code state.json}, and the safetensors file that it names. The file is written first and
 * under a new name, {@code state.json} then takes the place of the one before in one step; so a kill at any moment leaves one whole state.
 */
public final class SnapshotFolder implements Snapshots {
    private static final String STATE = "state.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final TreeMap<String, String> settings;
    private final Duration every;
    private final InstantSource clock;
    private Instant last;

    private record State(Map<String, String> settings, String tensors, Progress progress) {}

    /**
     * Uses a folder, which is made when it is first needed.
     *
     * @param settings all that the result depends on, by name; a state of other settings is refused
     * @param every how often a state is kept within an epoch; one is always kept at an epoch's end
     */
    public SnapshotFolder(Path folder, Map<String, String> settings, Duration every, InstantSource clock) {
        this.folder = folder;
        this.settings = new TreeMap<>(settings);
        this.every = every;
        this.clock = clock;
        this.last = clock.instant();
    }

    /**
     * {@inheritDoc}
     *
     * @throws TrainingException if the folder's state is of other settings, naming one
     */
    @Override
    public Optional<Progress> resume(Learner learner) {
        Path file = folder.resolve(STATE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        State state = read(file);
        settings.forEach((name, value) -> requireSame(name, state.settings().get(name), value));
        learner.loadState(folder.resolve(state.tensors()));
        return Optional.of(state.progress());
    }

    private static State read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), State.class);
        } catch (JsonProcessingException e) {
            throw new TrainingException(file + ": is not the state of a training", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private void requireSame(String name, String before, String now) {
        if (!now.equals(before)) {
            throw new TrainingException(folder + ": holds a training that was cut off, with " + name + ": " + before
                    + ", and now it is " + now
                    + " (expected the same arguments, to go on; or that the folder is removed, to begin anew)");
        }
    }

    @Override
    public void offer(Learner learner, Progress at) {
        if (!clock.instant().isBefore(last.plus(every))) {
            save(learner, at);
        }
    }

    @Override
    public void save(Learner learner, Progress at) {
        String name = "state-" + at.step() + "-" + at.epoch() + ".safetensors";
        try {
            Files.createDirectories(folder);
            learner.saveState(folder.resolve(name));
            Path written = Files.writeString(
                    folder.resolve(STATE + ".new"), JSON.writeValueAsString(new State(settings, name, at)));
            force(folder.resolve(name));
            force(written);
            Files.move(
                    written,
                    folder.resolve(STATE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            removeAllBut(name);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the state cannot be written", e);
        }
        last = clock.instant();
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void removeAllBut(String name) throws IOException {
        try (var others = Files.newDirectoryStream(folder, "state-*.safetensors")) {
            for (Path other : others) {
                if (!other.endsWith(name)) {
                    Files.delete(other);
                }
            }
        }
    }
}
