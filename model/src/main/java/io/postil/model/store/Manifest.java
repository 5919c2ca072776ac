package io.postil.model.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a checkpoint folder: {@code {"files":[{"path","sha256","size"}…]}}, sorted by path, '/' between its parts.
 */
record Manifest(SortedMap<String, Entry> files) {
    static final String FILE = "manifest.json";
    private static final String UNFINISHED = FILE + ".part";

    record Entry(String sha256, long size) {}

    static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    static Manifest of(Path folder) throws IOException {
        SortedMap<String, Entry> files = new TreeMap<>();
        for (Path file : Folders.files(folder)) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (!path.equals(FILE)) {
                files.put(path, new Entry(Sha256.of(file), Files.size(file)));
            }
        }
        return new Manifest(files);
    }

    /** Writes the manifest in one step, and returns the checkpoint's digest. */
    String write(Path folder) throws IOException {
        byte[] json = json();
        Path file = folder.resolve(FILE);
        if (Folders.isOnDisk(folder)) {
            Path unfinished = folder.resolve(UNFINISHED);
            Files.write(unfinished, json);
            Folders.forceFile(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            Folders.forceFolder(folder);
        } else {
            Files.write(file, json);
        }
        return Sha256.of(json);
    }

    /** Compares a folder with its manifest, and returns the checkpoint's digest. */
    static String verify(Path folder) throws IOException {
        if (!exists(folder)) {
            throw new CheckpointException(
                    folder + ": no " + FILE + "; no checkpoint, or one whose writing was interrupted");
        }
        byte[] json = Files.readAllBytes(folder.resolve(FILE));
        SortedMap<String, Entry> expected = parse(json, folder).files();
        SortedMap<String, Entry> found = of(folder).files();
        expected.forEach((path, entry) -> compare(folder.resolve(path), entry, found.get(path)));
        found.keySet().stream()
                .filter(path -> !expected.containsKey(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new CheckpointException(folder.resolve(path) + ": surplus, the manifest does not list it");
                });
        return Sha256.of(json);
    }

    private static void compare(Path file, Entry expected, Entry found) {
        if (found == null) {
            throw new CheckpointException(file + ": missing, the manifest lists it");
        }
        if (!found.equals(expected)) {
            throw new CheckpointException(
                    "%s: changed, found %s bytes with SHA-256 %s, the manifest says %s bytes with %s"
                            .formatted(file, found.size(), found.sha256(), expected.size(), expected.sha256()));
        }
    }

    private byte[] json() throws IOException {
        var root = Json.MAPPER.createObjectNode();
        var list = root.putArray("files");
        for (Map.Entry<String, Entry> file : files.entrySet()) {
            list.addObject()
                    .put("path", file.getKey())
                    .put("sha256", file.getValue().sha256())
                    .put("size", file.getValue().size());
        }
        return Json.bytes(root);
    }

    private static Manifest parse(byte[] json, Path folder) throws IOException {
        try {
            SortedMap<String, Entry> files = new TreeMap<>();
            for (JsonNode file : Json.MAPPER.readTree(json).required("files")) {
                files.put(
                        file.required("path").asText(),
                        new Entry(
                                file.required("sha256").asText(),
                                file.required("size").asLong()));
            }
            return new Manifest(files);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new CheckpointException(folder.resolve(FILE) + ": not a manifest", e);
        }
    }
}
