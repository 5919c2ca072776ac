package io.postil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.ClassifierException;
import io.postil.model.Input;
import io.postil.model.Prediction;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FakeClassifierTest {

    private final FakeClassifier classifier = FakeClassifier.labelling(
            "dialogue-act",
            "v1",
            List.of("greeting", "inform"),
            input -> input.text().startsWith("hello") ? "greeting" : "inform");

    @Test
    void shouldAnswerAsTheTestSaysAndKeepWhatItWasAsked() {
        List<Prediction> answers = classifier.classify(List.of(Input.of("hello"), Input.of("it rains")));

        assertThat(answers)
                .extracting(answer -> ((Prediction.Labelled) answer).label())
                .containsExactly("greeting", "inform");
        assertThat(classifier.calls()).containsExactly(List.of(Input.of("hello"), Input.of("it rains")));
    }

    @Test
    void shouldFailWhenToldTo() {
        classifier.failing(true);

        assertThatThrownBy(() -> classifier.classify(List.of(Input.of("hello"))))
                .isInstanceOf(ClassifierException.class);
    }

    @Test
    void shouldNoticeThatItIsAskedAfterItWasClosed() {
        classifier.close();

        assertThatThrownBy(() -> classifier.classify(List.of(Input.of("hello"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
