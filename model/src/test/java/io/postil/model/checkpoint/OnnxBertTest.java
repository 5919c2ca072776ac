package io.postil.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Head;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnnxBertTest {

    @Test
    void shouldWriteAFolderThatOpensAsAnEncoderWithItsPooler(@TempDir Path folder) throws IOException {
        try (InputStream onnx = resource("/all-minilm-l6-v2.onnx");
                InputStream tokenizer = resource("/all-minilm-l6-v2-tokenizer.json")) {
            OnnxBert.read(onnx).writeFolder(folder, 12, tokenizer);
        }

        Checkpoint checkpoint = Checkpoint.open(folder, BaseModels.none());

        assertThat(checkpoint.config().with(Head.SEQUENCE, List.of("a", "b")).slots())
                .filteredOn(slot -> !slot.name().startsWith("classifier"))
                .allSatisfy(
                        slot -> assertThat(checkpoint.base().shape(slot.name())).isEqualTo(slot.shape()));
        assertThat(JsonFile.read(folder.resolve("tokenizer.json"))
                        .path("truncation")
                        .isNull())
                .isTrue();
    }

    private static InputStream resource(String name) {
        return OnnxBertTest.class.getResourceAsStream(name);
    }
}
