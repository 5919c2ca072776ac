package io.postil.starter;

import io.postil.model.store.FolderWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/** The starter models: one LoRA adapter with its head for each task, on {@link BundledBase}. */
public final class StarterCheckpoints {
    /** The tasks that there is a starter model, and starter data, for. */
    public static final List<String> TASKS = List.of("dialogue-act", "entities", "nli");

    private static final List<String> OWN =
            List.of("adapter_config.json", "adapter_model.safetensors", "config.json", "postil.json", "README.md");
    private static final List<String> OF_THE_BASE = List.of("tokenizer.json", "tokenizer_config.json");

    private final BundledBase base;

    public StarterCheckpoints(BundledBase base) {
        this.base = base;
    }

    /** Writes a task's checkpoint folder, manifest apart. */
    public FolderWriter files(String task) {
        if (!TASKS.contains(task)) {
            throw new IllegalArgumentException("no starter model for " + task + " (expected one of " + TASKS + ")");
        }
        return folder -> write(task, folder);
    }

    /** The checkpoint folder in a cache; written first where it is not there. What another release has unpacked is left alone. */
    public Path unpack(String task, Path cache) {
        Path folder = cache.resolve("starter-" + task + "-" + fingerprint(task));
        return Files.isDirectory(folder) ? folder : Unpacking.into(folder, files(task));
    }

    /** Tells the models of two releases apart: the CRC-32C of the adapter, in hexadecimal. */
    private static String fingerprint(String task) {
        try (InputStream adapter = open(task, "adapter_model.safetensors")) {
            CRC32C crc = new CRC32C();
            crc.update(adapter.readAllBytes());
            return String.format(Locale.ROOT, "%08x", crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("the starter model for " + task + " cannot be read", e);
        }
    }

    private static InputStream open(String task, String file) {
        return StarterCheckpoints.class.getResourceAsStream("models/" + task + "/" + file);
    }

    private void write(String task, Path folder) throws IOException {
        for (String file : OWN) {
            try (InputStream input = open(task, file)) {
                Files.copy(input, folder.resolve(file));
            }
        }
        for (String file : OF_THE_BASE) {
            Files.copy(base.folder().resolve(file), folder.resolve(file));
        }
    }
}
