package io.postil.stream.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Input;
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
        shelf.put("entities", "v1", "v2", "v3", "v4");
        var models = shelf.models("entities");
        TaskModels task = models.byTask().get("entities");
        task.reach(Shelf.rollout("entities", "v1").build());
        List<CompletableFuture<Answers>> answers = new ArrayList<>();
        var some = new CountDownLatch(new Random(repetition.getCurrentRepetition()).nextInt(QUESTIONS));
        Thread asking = new Thread(() -> {
            for (int i = 0; i < QUESTIONS; i++) {
                Input[] inputs = {Input.of(ScriptedClassifier.NAME + i), Input.of("pair " + i)};
                answers.add(models.ask("entities", new Draw(i), List.of(inputs)));
                some.countDown();
            }
        });

        asking.start();
        some.await();
        for (String version : List.of("v2", "v3", "v4")) {
            task.reach(Shelf.rollout("entities", version).build());
        }
        asking.join();

        assertThat(answers).hasSize(QUESTIONS).allSatisfy(answer -> {
            assertThat(answer.join().model().version()).isIn("v1", "v2", "v3", "v4");
            assertThat(answer.join().predictions()).hasSize(2);
        });
        models.close();
        assertThat(shelf.opened).hasSize(4).allMatch(ScriptedClassifier::closed);
    }
}
