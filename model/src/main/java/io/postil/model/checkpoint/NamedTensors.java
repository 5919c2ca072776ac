package io.postil.model.checkpoint;

import io.postil.model.CheckpointException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A folder's weights under the names that {@link Encoder#slots} uses, whatever prefix they have in the file. */
final class NamedTensors implements Tensors {
    private final Tensors tensors;
    private final Map<String, String> fileNames;

    private NamedTensors(Tensors tensors, Map<String, String> fileNames) {
        this.tensors = tensors;
        this.fileNames = fileNames;
    }

    /** Opens model.safetensors, or the shards that model.safetensors.index.json names. */
    static NamedTensors open(Path folder, String prefix) {
        Path file = folder.resolve("model.safetensors");
        Path index = folder.resolve("model.safetensors.index.json");
        if (Files.exists(file)) {
            return of(file, SafetensorsFile.open(file), name -> plain(name, prefix));
        }
        if (Files.exists(index)) {
            return of(index, ShardedTensors.open(index), name -> plain(name, prefix));
        }
        throw new CheckpointException(folder + ": neither model.safetensors nor model.safetensors.index.json");
    }

    /** The tensors of a file under other names. */
    static NamedTensors of(Path file, Tensors tensors, UnaryOperator<String> plain) {
        Map<String, String> fileNames = new LinkedHashMap<>();
        for (String name : tensors.names()) {
            String other = fileNames.put(plain.apply(name), name);
            if (other != null) {
                throw new CheckpointException(file + ": tensors " + other + " and " + name + " are the same one");
            }
        }
        return new NamedTensors(tensors, fileNames);
    }

    /** Without the prefix, and with the names that old checkpoints give to layer normalisation turned into today's. */
    private static String plain(String name, String prefix) {
        String plain = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return plain.replace("LayerNorm.gamma", "LayerNorm.weight").replace("LayerNorm.beta", "LayerNorm.bias");
    }

    /**
     * Checks that exactly the tensors wanted are there, in their shapes.
     *
     * @param optional may be absent, but where there must have the right shape
     * @param ignored beginnings of names that are passed over
     */
    void check(Path folder, List<Encoder.Slot> wanted, List<Encoder.Slot> optional, List<String> ignored) {
        Set<String> missing = new TreeSet<>();
        Set<String> surplus = new TreeSet<>(fileNames.keySet());
        for (Encoder.Slot slot : wanted) {
            if (!surplus.contains(slot.name())) {
                missing.add(slot.name());
            }
            checkShape(folder, slot);
            surplus.remove(slot.name());
        }
        for (Encoder.Slot slot : optional) {
            checkShape(folder, slot);
            surplus.remove(slot.name());
        }
        surplus.removeIf(name ->
                name.endsWith("embeddings.position_ids") || ignored.stream().anyMatch(name::startsWith));
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            throw new CheckpointException(folder + ": weights do not fit config.json: missing tensors " + some(missing)
                    + ", surplus tensors " + some(surplus));
        }
    }

    private void checkShape(Path folder, Encoder.Slot slot) {
        if (fileNames.containsKey(slot.name()) && !shape(slot.name()).equals(slot.shape())) {
            throw new CheckpointException(folder + ": tensor " + slot.name() + " has shape " + shape(slot.name())
                    + ", expected " + slot.shape());
        }
    }

    private static String some(Set<String> names) {
        List<String> first = names.stream().limit(10).toList();
        return names.size() > 10 ? first + " and " + (names.size() - 10) + " more" : first.toString();
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(fileNames.keySet());
    }

    @Override
    public Shape shape(String name) {
        return tensors.shape(fileNames.getOrDefault(name, name));
    }

    @Override
    public float[] read(String name) {
        return tensors.read(fileNames.getOrDefault(name, name));
    }
}
