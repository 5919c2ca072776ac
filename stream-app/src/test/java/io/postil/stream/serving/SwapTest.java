package io.postil.stream.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Input;
import io.postil.model.Prediction.Labelled;
import io.postil.stream.fixtures.ScriptedClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

class SwapTest {
    private static final int QUESTIONS = 400;

    @TempDir
    Path folder;

    @RepeatedTest(10)
    void shouldAnswerAllInputsOfAQuestionByOneVersionWheneverItSwaps(RepetitionInfo repetition) throws Exception {
        var shelf = new Shelf(folder);
        shelf.put("nli", "v1", "v2", "v3", "v4");
        var models = shelf.models("nli");
        TaskModels task = models.byTask().get("nli");
        task.reach(Shelf.rollout("nli", "v1").build());
        List<CompletableFuture<Answers>> answers = new ArrayList<>();
        var some = new CountDownLatch(new Random(repetition.getCurrentRepetition()).nextInt(QUESTIONS));
        Thread asking = new Thread(() -> {
            for (int i = 0; i < QUESTIONS; i++) {
                answers.add(models.ask("nli", new Draw(i), List.of(Input.of("text " + i), Input.of("pair " + i))));
                some.countDown();
            }
        });

        asking.start();
        some.await();
        for (String version : List.of("v2", "v3", "v4")) {
            task.reach(Shelf.rollout("nli", version).build());
        }
        asking.join();

        assertThat(answers).hasSize(QUESTIONS).allSatisfy(answer -> assertThat(
                        answer.join().predictions())
                .hasSize(2)
                .allSatisfy(prediction -> assertThat(((Labelled) prediction).label())
                        .isEqualTo("by-" + answer.join().model().version())));
        models.close();
        assertThat(shelf.opened).hasSize(4).allMatch(ScriptedClassifier::closed);
    }
}
