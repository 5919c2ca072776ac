package io.postil.model.hub;

import io.postil.model.checkpoint.BaseModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Models that were pulled, in the layout that Hugging Face's libraries share: {@code models--ORG--NAME/} with {@code blobs/DIGEST},
 * {@code refs/REVISION} (a commit) and {@code snapshots/COMMIT/FILE}, which are relative links to blobs.
 */
public record HubCache(Path root) implements BaseModels {

    /** The snapshot of a name, {@code @REVISION} behind it or main; empty where it was not pulled. */
    @Override
    public Optional<Path> find(String name) {
        return HubName.of(name).flatMap(this::snapshot);
    }

    private Optional<Path> snapshot(HubName name) {
        Path ref = folder(name).resolve("refs").resolve(name.revision());
        try {
            String commit = Files.isRegularFile(ref) ? Files.readString(ref).strip() : name.revision();
            Path snapshot = snapshot(name, commit);
            return HubName.isCommit(commit) && Files.isDirectory(snapshot) ? Optional.of(snapshot) : Optional.empty();
        } catch (IOException e) {
            throw new HubException(ref + ": cannot be read", e);
        }
    }

    Path folder(HubName name) {
        return root.resolve(name.folder());
    }

    Path snapshot(HubName name, String commit) {
        return folder(name).resolve("snapshots").resolve(commit);
    }

    Path blob(HubName name, String digest) {
        return folder(name).resolve("blobs").resolve(digest);
    }

    /** Puts a blob into a snapshot, in one step. Where the file system has no links, it becomes a copy. */
    void link(Path blob, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        try {
            Files.createSymbolicLink(unfinished, file.getParent().relativize(blob));
        } catch (UnsupportedOperationException e) {
            Files.copy(blob, unfinished);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes down which commit a revision is. */
    void refer(HubName name, String commit) throws IOException {
        Path ref = folder(name).resolve("refs").resolve(name.revision());
        Files.createDirectories(ref.getParent());
        Path unfinished = ref.resolveSibling("." + ref.getFileName() + ".part");
        Files.writeString(unfinished, commit);
        Files.move(unfinished, ref, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
