package io.postil.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
    private static final Path TINY = Path.of("src/test/resources/golden/bert-token");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyConfig() throws IOException {
        Files.copy(TINY.resolve("config.json"), folder.resolve("config.json"));
    }

    @Test
    void shouldOpenTensorsWithAndWithoutTheFamilysPrefix() {
        write(
                "model.safetensors",
                tensors ->
                        tensors.put("embeddings.LayerNorm.gamma", tensors.remove("bert.embeddings.LayerNorm.weight")));

        Checkpoint checkpoint = open();

        assertThat(checkpoint.weights().read("embeddings.LayerNorm.weight"))
                .isEqualTo(Checkpoint.open(TINY, BaseModels.none()).weights().read("embeddings.LayerNorm.weight"));
    }

    @Test
    void shouldNameMissingAndSurplusTensors() {
        write("model.safetensors", tensors -> tensors.put("cls.weight", tensors.remove("classifier.weight")));

        assertThatThrownBy(this::open)
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("missing tensors [classifier.weight], surplus tensors [cls.weight]");
    }

    @Test
    void shouldPassOverStoredPositions() {
        write(
                "model.safetensors",
                tensors -> tensors.put("bert.embeddings.position_ids", new Tensor(Shape.of(1, 2), new float[] {0, 1})));

        assertThat(open().config().labels()).hasSize(5);
    }

    @Test
    void shouldNameATensorOfTheWrongShape() {
        write("model.safetensors", tensors -> tensors.put("classifier.bias", new Tensor(Shape.of(4), new float[4])));

        assertThatThrownBy(this::open)
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("tensor classifier.bias has shape [4], expected [5]");
    }

    @Test
    void shouldOpenShards() {
        write("a.safetensors", tensors -> tensors.keySet().removeIf(name -> !name.startsWith("bert")));
        write("b.safetensors", tensors -> tensors.keySet().removeIf(name -> name.startsWith("bert")));
        writeIndex("b.safetensors");

        assertThat(open().weights().read("classifier.bias"))
                .isEqualTo(Checkpoint.open(TINY, BaseModels.none()).weights().read("classifier.bias"));
    }

    @Test
    void shouldRefuseAShardOutsideTheFolder() {
        write("a.safetensors", tensors -> {});
        writeIndex("../b.safetensors");

        assertThatThrownBy(this::open).hasMessageContaining("'../b.safetensors' is not the name of a file beside it");
    }

    @Test
    void shouldRefuseAnIndexWithoutAMap() {
        JsonFile.write(folder.resolve("model.safetensors.index.json"), JsonFile.object());

        assertThatThrownBy(this::open).hasMessageContaining("weight_map");
    }

    @Test
    void shouldNameAFolderThatIsNone() {
        assertThatThrownBy(() -> Checkpoint.open(folder.resolve("no"), BaseModels.none()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("is not a folder");
    }

    private Checkpoint open() {
        return Checkpoint.open(folder, BaseModels.none());
    }

    private void write(String file, Consumer<Map<String, Tensor>> change) {
        Tensors source = SafetensorsFile.open(TINY.resolve("model.safetensors"));
        Map<String, Tensor> tensors = new HashMap<>();
        source.names().forEach(name -> tensors.put(name, new Tensor(source.shape(name), source.read(name))));
        change.accept(tensors);
        SafetensorsWriter.write(folder.resolve(file), new MemoryTensors(tensors));
    }

    private void writeIndex(String headShard) {
        ObjectNode index = JsonFile.object();
        ObjectNode shards = index.putObject("weight_map");
        SafetensorsFile.open(TINY.resolve("model.safetensors"))
                .names()
                .forEach(name -> shards.put(name, name.startsWith("bert") ? "a.safetensors" : headShard));
        JsonFile.write(folder.resolve("model.safetensors.index.json"), index);
    }
}
