package io.postil.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.CheckpointException;
import io.postil.model.Head;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are what PEFT 0.21 counts for the same configuration with rank 3 and five labels. */
final class ParameterCountTest {
    private static final ModelConfig TINY =
            ConfigFile.read(Path.of("src/test/resources/golden/bert-sequence/config.json"));
    private static final List<String> LABELS = List.of("a", "b", "c", "d", "e");

    @ParameterizedTest
    @CsvSource({
        "SEQUENCE, query value, classifier, 933, 69930",
        "SEQUENCE, query value, pooler classifier score, 1989, 70986",
        "SEQUENCE, dense, classifier, 1893, 70890",
        "SEQUENCE, dense, pooler classifier, 2757, 71754",
        "SEQUENCE, output.dense, classifier, 1125, 70122",
        "TOKENS, query value, pooler classifier, 933, 68874",
        "TOKENS, query key value dense, classifier, 2853, 70794"
    })
    void shouldCountAsPeftDoes(Head head, String targets, String whole, long trainable, long total) {
        LoraConfig lora =
                LoraConfig.of("base", 3, 8, 0, List.of(targets.split(" ", -1)), List.of(whole.split(" ", -1)));

        ParameterCount count = ParameterCount.of(TINY.with(head, LABELS), lora);

        assertThat(count).isEqualTo(new ParameterCount(trainable, total));
    }

    @ParameterizedTest
    @CsvSource({
        "camembert-base, query value, 887811, 111512070",
        "camemberta-base, query_proj value_proj, 297219, 112694790"
    })
    void shouldCountModelsOfRealSizeFromTheirConfigurationAlone(
            String name, String targets, long trainable, long total) {
        ModelConfig config = ConfigFile.read(Path.of("src/test/resources/configs", name + ".json"))
                .with(Head.SEQUENCE, List.of("a", "b", "c"));
        LoraConfig lora =
                LoraConfig.of("base", 8, 32, 0.1, List.of(targets.split(" ", -1)), List.of("classifier", "score"));

        ParameterCount count = ParameterCount.of(config, lora);

        assertThat(count).isEqualTo(new ParameterCount(trainable, total));
    }

    @Test
    void shouldRefuseTargetsThatMatchNothing() {
        LoraConfig lora = LoraConfig.of("base", 3, 8, 0, List.of("q_proj"), List.of());

        assertThatThrownBy(() -> ParameterCount.of(TINY.with(Head.TOKENS, LABELS), lora))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("match no linear module");
    }

    @Test
    void shouldRefuseLowRankEmbeddings() {
        LoraConfig lora = LoraConfig.of("base", 3, 8, 0, List.of("query", "word_embeddings"), List.of());

        assertThatThrownBy(() -> ParameterCount.of(TINY.with(Head.TOKENS, LABELS), lora))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("bert.embeddings.word_embeddings is not linear");
    }
}
