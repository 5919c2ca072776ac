package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.Golden;
import io.postil.model.Input;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.JsonFile;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What transformers answers for the same checkpoints, as their expected.json records it. */
final class GoldenModelTest {

    @ParameterizedTest
    @ValueSource(strings = {"bert-sequence", "bert-token"})
    void shouldAnswerAsTransformersDoes(String name) {
        assertAnswers(Path.of("src/test/resources/golden", name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bert-sequence",
                "bert-token",
                "camembert-sequence",
                "deberta-v2-sequence",
                "deberta-v2-token",
                "distilbert-sequence",
                "lora-camembert",
                "lora-deberta-v2",
                "modernbert-sequence",
                "roberta-sequence",
                "xlm-roberta-token"
            })
    void shouldAnswerAsTransformersDoesInEveryFamily(String name) {
        assertAnswers(Golden.of("models/" + name));
    }

    private static void assertAnswers(Path folder) {
        JsonNode expected = JsonFile.read(folder.resolve("expected.json"));

        try (RawPredictions model = RawPredictions.open(folder, BaseModels.none(), TorchOptions.singleThread())) {
            expected.path("texts").forEach(answer -> assertAnswer(model, Input.of(text(answer)), answer));
            expected.path("pairs")
                    .forEach(answer -> assertAnswer(
                            model,
                            Input.of(text(answer), answer.path("text_pair").asText()),
                            answer));
        }
    }

    private static String text(JsonNode answer) {
        return answer.path("text").asText();
    }

    private static void assertAnswer(RawPredictions model, Input input, JsonNode expected) {
        JsonNode found = model.predict(input).json();
        assertThat(found.path("input_ids").toString())
                .isEqualTo(expected.path("input_ids").toString());
        assertThat(found.path("spans").toString())
                .isEqualTo(expected.path("spans").toString());
        assertThat(found.path("logits").size())
                .isEqualTo(expected.path("logits").size());
        for (int row = 0; row < found.path("logits").size(); row++) {
            for (int label = 0; label < found.path("logits").path(row).size(); label++) {
                assertThat(found.at("/logits/" + row + "/" + label).asDouble())
                        .isEqualTo(expected.at("/logits/" + row + "/" + label).asDouble(), within(1e-4));
            }
        }
    }
}
