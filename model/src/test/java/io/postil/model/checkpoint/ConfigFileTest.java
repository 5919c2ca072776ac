package io.postil.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import io.postil.model.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigFileTest {
    private static final Path TINY = Path.of("src/test/resources/golden/bert-sequence/config.json");

    @TempDir
    private Path folder;

    @Test
    void shouldReadArchitectureHeadAndLabels() {
        ModelConfig config = ConfigFile.read(TINY);

        assertThat(config.head()).contains(Head.SEQUENCE);
        assertThat(config.labels()).containsExactly("greet", "ask", "inform", "other");
        assertThat(config.encoder())
                .isEqualTo(new BertEncoder(
                        BertEncoder.Kind.BERT,
                        new Dimensions(1500, 32, 2, 4, 64, 80, 2),
                        Activation.GELU,
                        1e-12,
                        0,
                        new Dropouts(0.1, 0.1),
                        0.1));
    }

    @Test
    void shouldNameAFileThatNestsBeyondAnySense() throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "[".repeat(5000));

        assertThatThrownBy(() -> ConfigFile.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file + ": cannot be read as JSON: Document nesting depth");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model_type | \"xlnet\" | model_type: xlnet is not supported",
                "architectures | [\"BertForQuestionAnswering\"] | architectures: [\"BertForQuestionAnswering\"] is not supported",
                "hidden_act | \"xielu\" | hidden_act: xielu is not supported",
                "position_embedding_type | \"relative_key\" | position_embedding_type: relative_key is not supported",
                "is_decoder | true | is_decoder: true is not supported",
                "quantization_config | {\"bits\":4} | quantization_config",
                "num_attention_heads | 5 | num_attention_heads: 5 is not supported (expected a divisor of hidden_size 32)",
                "layer_norm_eps | \"small\" | layer_norm_eps: \"small\", expected a number from 0",
                "hidden_size | 0 | hidden_size: 0, expected a whole number from 1",
                "num_hidden_layers | 2000000000 | num_hidden_layers: 2000000000, expected a whole number from 1 to 1000",
                "vocab_size | 2147483647 | vocab_size: 2147483647, expected a whole number",
                "pad_token_id | 1500 | pad_token_id: 1500, expected an id below vocab_size 1500",
                "hidden_act | 3 | hidden_act: 3, expected a text",
                "type_vocab_size | 0 | type_vocab_size: 0, expected a whole number from 1",
                "id2label | {\"0\":\"a\",\"2\":\"b\"} | id2label has no label 1",
                "architectures | \"BertForSequenceClassification\" | architectures: \"BertForSequenceClassification\", expected a list",
                "id2label | [\"a\",\"b\"] | id2label: [\"a\",\"b\"], expected an object of labels by number",
                "id2label | {\"0\":\"a\",\"1\":\"a\"} | expected different labels"
            })
    void shouldRefuseByNameWhatItDoesNotDo(String key, String value, String reason) throws IOException {
        Path file = changed(key, value);

        assertThatThrownBy(() -> ConfigFile.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "problem_type | \"multi_label_classification\" | problem_type: multi_label_classification is not supported",
                "problem_type | \"regression\" | problem_type: regression is not supported",
                "id2label | {\"0\":\"score\"} | id2label: [score] is a regression: not supported"
            })
    void shouldRefuseAnswersThatAreNotOneLabel(String key, String value, String reason) throws IOException {
        ModelConfig config = ConfigFile.read(changed(key, value));

        assertThatThrownBy(() -> config.requireOneLabelAnAnswer(folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void shouldTakeAnotherHead() {
        ModelConfig config = ConfigFile.read(TINY).with(Head.TOKENS, List.of("O", "B-PERSON", "I-PERSON"));

        assertThat(config.json().path("architectures").path(0).asText()).isEqualTo("BertForTokenClassification");
        assertThat(config.json().at("/label2id/I-PERSON").asInt()).isEqualTo(2);
        assertThat(config.slots())
                .extracting(Encoder.Slot::name)
                .contains("classifier.bias")
                .doesNotContain("pooler.dense.bias");
    }

    private Path changed(String key, String value) throws IOException {
        ObjectNode json = JsonFile.read(TINY);
        json.set(key, new ObjectMapper().readTree(value));
        Path file = folder.resolve("config.json");
        JsonFile.write(file, json);
        return file;
    }
}
