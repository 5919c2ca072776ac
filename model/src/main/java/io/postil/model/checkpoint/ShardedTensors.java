package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.CheckpointException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tensors spread over several safetensors files, which an index file names. */
final class ShardedTensors implements Tensors {
    private final Path index;
    private final Map<String, Tensors> shardOf;

    private ShardedTensors(Path index, Map<String, Tensors> shardOf) {
        this.index = index;
        this.shardOf = shardOf;
    }

    static ShardedTensors open(Path index) {
        Map<String, Tensors> shards = new TreeMap<>();
        Map<String, Tensors> shardOf = new LinkedHashMap<>();
        JsonNode map = JsonFile.read(index).path("weight_map");
        if (!map.isObject()) {
            throw new CheckpointException(index + ": weight_map: " + map + ", expected an object of files by tensor");
        }
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            String shard = entry.getValue().asText();
            if (shard.isEmpty() || shard.equals("..") || shard.contains("/") || shard.contains("\\")) {
                throw new CheckpointException(index + ": '" + shard + "' is not the name of a file beside it");
            }
            Tensors tensors = shards.computeIfAbsent(shard, name -> SafetensorsFile.open(index.resolveSibling(name)));
            if (!tensors.names().contains(entry.getKey())) {
                throw new CheckpointException(index + ": tensor " + entry.getKey() + " is not in " + shard);
            }
            shardOf.put(entry.getKey(), tensors);
        }
        checkNothingElse(index, shards, shardOf.keySet());
        return new ShardedTensors(index, shardOf);
    }

    private static void checkNothingElse(Path index, Map<String, Tensors> shards, Set<String> indexed) {
        shards.forEach((file, tensors) -> tensors.names().forEach(name -> {
            if (!indexed.contains(name)) {
                throw new CheckpointException(index + ": does not name tensor " + name + " of " + file);
            }
        }));
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(shardOf.keySet());
    }

    @Override
    public Shape shape(String name) {
        return shard(name).shape(name);
    }

    @Override
    public float[] read(String name) {
        return shard(name).read(name);
    }

    private Tensors shard(String name) {
        Tensors shard = shardOf.get(name);
        if (shard == null) {
            throw new CheckpointException(index + ": no tensor " + name);
        }
        return shard;
    }
}
