package io.postil.model.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Input;
import io.postil.model.Prediction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InBatchesTest {

    @Test
    void shouldAnswerByLengthButInTheOrderAskedFor() {
        EchoClassifier classifier = new EchoClassifier("v1");
        List<Input> inputs = Stream.of("a", "dddd", "bb", "eeeee", "ccc", "bb")
                .map(Input::of)
                .toList();

        List<Prediction> answers = InBatches.classify(classifier, inputs, new BatchLimits(1, 12, 2, 1));

        assertThat(answers)
                .extracting(answer -> ((Prediction.Labelled) answer).label())
                .containsExactly("a", "dddd", "bb", "eeeee", "ccc", "bb");
        assertThat(classifier.batches).containsExactly(List.of("eeeee", "dddd"), List.of("ccc", "bb"), List.of("a"));
    }
}
