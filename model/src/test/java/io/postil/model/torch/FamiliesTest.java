package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.checkpoint.BaseModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for models of every family and head. */
final class FamiliesTest {
    private static final List<RawPredictions> MODELS = new ArrayList<>();

    @BeforeContainer
    static void open() throws IOException {
        Path folder = Files.createTempDirectory("postil-families");
        for (String family : TinyModels.families()) {
            for (Head head : Head.values()) {
                Path model = TinyModels.write(folder.resolve(family + head), family, head);
                MODELS.add(RawPredictions.open(model, BaseModels.none(), TorchOptions.singleThread()));
            }
        }
    }

    @AfterContainer
    static void close() {
        MODELS.forEach(RawPredictions::close);
        MODELS.clear();
    }

    @Provide
    Arbitrary<List<Input>> batches() {
        Arbitrary<String> texts = Arbitraries.integers()
                .between(0, TinyModels.WORDS)
                .list()
                .ofMaxSize(35)
                .map(words -> words.stream().map(word -> "w" + word).collect(Collectors.joining(" ")));
        return texts.flatMap(text -> texts.map(pair -> pair.length() % 2 == 0 ? Input.of(text) : Input.of(text, pair)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    @Property(tries = 15)
    void shouldAnswerABatchAsEachInputAlone(@ForAll("batches") List<Input> inputs) {
        for (RawPredictions model : MODELS) {
            List<RawPrediction> together = model.predict(inputs);

            for (int i = 0; i < inputs.size(); i++) {
                assertClose(together.get(i).json(), model.predict(inputs.get(i)).json());
            }
        }
    }

    private static void assertClose(JsonNode found, JsonNode expected) {
        assertThat(found.path("input_ids")).isEqualTo(expected.path("input_ids"));
        assertThat(logits(found)).containsExactly(logits(expected), within(1e-5));
    }

    private static double[] logits(JsonNode answer) {
        JsonNode rows = answer.path("logits");
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMapToDouble(row -> IntStream.range(0, rows.path(row).size())
                        .mapToDouble(i -> rows.path(row).path(i).asDouble()))
                .toArray();
    }
}
