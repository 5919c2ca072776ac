package io.postil.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adapters of the tiny sequence model, rank 2, on the query modules, every factor filled with one number. */
final class AdapterTest {
    private static final Path BASE =
            Path.of("src/test/resources/golden/bert-sequence").toAbsolutePath();
    private static final String QUERY = "encoder.layer.1.attention.self.query.weight";

    @TempDir
    private Path folder;

    @Test
    void shouldAddTheScaledProductOfTheFactors() {
        write(config(), tensors());

        Checkpoint checkpoint = open();

        float before = checkpoint.base().read(QUERY)[5];
        assertThat(checkpoint.weights().read(QUERY)[5]).isCloseTo(before + 4f * 2 * 0.5f * 0.25f, within(1e-5f));
        assertThat(checkpoint.weights().read("classifier.bias")).containsOnly(7f);
    }

    @Test
    void shouldScaleByTheRootOfTheRankWhenStabilised() {
        write(config().put("use_rslora", true), tensors());

        Checkpoint checkpoint = open();

        float before = checkpoint.base().read(QUERY)[5];
        float scale = (float) (8 / Math.sqrt(2));
        assertThat(checkpoint.weights().read(QUERY)[5]).isCloseTo(before + scale * 2 * 0.5f * 0.25f, within(1e-5f));
    }

    @Test
    void shouldFindItsBaseByName() {
        write(config().put("base_model_name_or_path", "some/base"), tensors());

        Checkpoint checkpoint =
                Checkpoint.open(folder, name -> name.equals("some/base") ? Optional.of(BASE) : Optional.empty());

        assertThat(checkpoint.baseFolder()).isEqualTo(BASE);
    }

    @Test
    void shouldNameTheBaseThatIsNotFound() {
        write(config().put("base_model_name_or_path", "some/base"), tensors());

        assertThatThrownBy(this::open)
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("base_model_name_or_path 'some/base' is no known model");
    }

    @Test
    void shouldNameAMissingTensor() {
        Map<String, Tensor> tensors = tensors();
        tensors.remove("base_model.model.classifier.bias");
        write(config(), tensors);

        assertThatThrownBy(this::open).hasMessageContaining("lacks tensor base_model.model.classifier.bias");
    }

    @Test
    void shouldNameASurplusTensor() {
        Map<String, Tensor> tensors = tensors();
        tensors.put("base_model.model.bert.pooler.dense.lora_A.weight", filled(1, 2, 32));
        write(config(), tensors);

        assertThatThrownBy(this::open)
                .hasMessageContaining("surplus tensors [base_model.model.bert.pooler.dense.lora_A.weight]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use_dora | true | use_dora: true is not supported",
                "bias | \"all\" | bias: \"all\" is not supported",
                "peft_type | \"IA3\" | peft_type: \"IA3\" is not supported",
                "layers_to_transform | [0] | has surplus tensors [base_model.model.bert.encoder.layer.1.attention.self.query.lora_A.weight",
                "layers_to_transform | \"1\" | layers_to_transform: \"1\" expected whole numbers",
                "rank_pattern | [3] | rank_pattern: [3] expected an object of numbers",
                "modules_to_save | \"classifier\" | modules_to_save: \"classifier\", expected a list of texts",
                "target_modules | null | target_modules: null names no modules",
                "layers_to_transform | [\"1\"] | layers_to_transform: [\"1\"] expected whole numbers",
                "layers_pattern | \"layer\" | layers_pattern: \"layer\" is not supported without layers_to_transform",
                "exclude_modules | [\"layer.0.attention.self.query\"] | has surplus tensors [base_model.model.bert.encoder.layer.0",
                "exclude_modules | \".*query\" | match no linear module",
                "target_modules | [\"query\", \"LayerNorm\"] | bert.embeddings.LayerNorm is not linear",
                "target_modules | \".*self.*\" | bert.encoder.layer.0.attention.self is not linear",
                "target_modules | [\"query\", \"word_embeddings\"] | bert.embeddings.word_embeddings is not linear",
                "fan_in_fan_out | true | fan_in_fan_out: true is not supported",
                "trainable_token_indices | [3] | trainable_token_indices: [3] is not supported",
                "rank_pattern | {\"query\": 2.5} | rank_pattern",
                "some_future_option | 3 | some_future_option: 3 is not supported",
                "init_lora_weights | \"pissa\" | init_lora_weights: \"pissa\" is not supported",
                "r | 0 | r: 0, expected a whole number from 1",
                "target_modules | \"*\" | target_modules: '*' is not a regular expression",
                "target_modules | [\"nothing\"] | match no linear module",
                "rank_pattern | {\"query\": 0} | rank_pattern"
            })
    void shouldRefuseByNameWhatItDoesNotDo(String key, String value, String reason) throws IOException {
        ObjectNode config = config();
        config.set(key, new ObjectMapper().readTree(value));
        write(config, tensors());

        assertThatThrownBy(this::open)
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(reason);
    }

    private Checkpoint open() {
        return Checkpoint.open(folder, BaseModels.none());
    }

    private void write(ObjectNode config, Map<String, Tensor> tensors) {
        JsonFile.write(folder.resolve("adapter_config.json"), config);
        SafetensorsWriter.write(folder.resolve("adapter_model.safetensors"), new MemoryTensors(tensors));
    }

    private static ObjectNode config() {
        ObjectNode config = JsonFile.object()
                .put("peft_type", "LORA")
                .put("task_type", "SEQ_CLS")
                .put("base_model_name_or_path", BASE.toString())
                .put("r", 2)
                .put("lora_alpha", 8)
                .put("bias", "none");
        config.putArray("target_modules").add("query");
        config.putArray("modules_to_save").add("classifier").add("score");
        return config;
    }

    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new HashMap<>();
        for (int layer : List.of(0, 1)) {
            String module = "base_model.model.bert.encoder.layer." + layer + ".attention.self.query.";
            tensors.put(module + "lora_A.weight", filled(0.5f, 2, 32));
            tensors.put(module + "lora_B.weight", filled(0.25f, 32, 2));
        }
        tensors.put("base_model.model.classifier.weight", filled(1, 4, 32));
        tensors.put("base_model.model.classifier.bias", filled(7, 4));
        return tensors;
    }

    private static Tensor filled(float value, int... sizes) {
        Shape shape = Shape.of(sizes);
        float[] values = new float[(int) shape.count()];
        Arrays.fill(values, value);
        return new Tensor(shape, values);
    }
}
