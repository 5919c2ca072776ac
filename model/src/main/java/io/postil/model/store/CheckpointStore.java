package io.postil.model.store;

import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checkpoints under {@code ROOT/TASK/VERSION/}, on any {@link java.nio.file.FileSystem}. A version is complete once its
 * {@code manifest.json} exists, which is written last; it never changes afterwards. Threading: readers may be many, here and
 * in other processes; one process publishes a task.
 */
public final class CheckpointStore {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final Path root;

    /** The root is made on the first publish. */
    public CheckpointStore(Path root) {
        this.root = root;
    }

    /**
     * Writes a version: the files, then the manifest. What an interrupted publish left of it is removed first.
     *
     * @throws StoreException if the version is complete already, or the folder cannot be written
     */
    public StoredCheckpoint publish(String task, String version, FolderWriter writer) {
        Path folder = folder(task, version);
        if (Manifest.exists(folder)) {
            throw new StoreException(folder + " holds a complete checkpoint, and a version is never overwritten");
        }
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            writer.write(folder);
            Manifest manifest = Manifest.of(folder);
            Folders.force(folder, root);
            return new StoredCheckpoint(task, version, folder, manifest.write(folder));
        } catch (IOException e) {
            throw new StoreException("cannot publish " + task + " " + version + " at " + folder, e);
        }
    }

    /**
     * Finds a version and checks every file of it against its manifest.
     *
     * @throws CheckpointException if there is no such version, or a file is missing, surplus or changed, naming it
     */
    public StoredCheckpoint open(String task, String version) {
        Path folder = folder(task, version);
        return new StoredCheckpoint(task, version, folder, verify(folder));
    }

    /**
     * Checks a checkpoint folder, wherever it lies, and returns its digest.
     *
     * @throws CheckpointException as {@link #open}
     */
    public static String verify(Path folder) {
        try {
            return Manifest.verify(folder);
        } catch (IOException e) {
            throw new CheckpointException("cannot read " + folder, e);
        }
    }

    /** The complete versions of a task, oldest first where versions are numbered: v2 comes before v10. */
    public List<String> versions(String task) {
        Path folder = root.resolve(checked("task", task));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var versions = Files.list(folder)) {
            return versions.filter(Manifest::exists)
                    .map(CheckpointStore::name)
                    .sorted(new NaturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new StoreException("cannot list " + folder, e);
        }
    }

    private Path folder(String task, String version) {
        return root.resolve(checked("task", task)).resolve(checked("version", version));
    }

    private static String checked(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new StoreException(
                    what + " '" + name + "': expected letters, digits, '.', '_' and '-', up to 128 of them");
        }
        return name;
    }

    /** Some file systems, zip among them, end the name of a folder with a slash. */
    private static String name(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
