package io.postil.model.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.Classifier;
import io.postil.model.ClassifierException;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatcherTest {
    private static final BatchLimits ONE_WORKER = new BatchLimits(1, 100, 8, 500);
    private final EchoClassifier first = new EchoClassifier("v1");

    @Test
    void shouldAnswerEachRequestWithItsOwnPredictionAndTheVersionThatMadeIt() {
        try (Batcher batcher = new Batcher(first, ONE_WORKER)) {
            List<CompletableFuture<Answer>> futures = batcher.submit(inputs("a", "bbb", "cc"));

            assertThat(futures).extracting(future -> label(future.join())).containsExactly("a", "bbb", "cc");
            assertThat(futures)
                    .allSatisfy(future -> assertThat(future.join().model()).isEqualTo(first.info()));
        }
    }

    @Test
    void shouldPlanWhatIsSubmittedTogetherAndShareRepeats() {
        try (Batcher batcher = new Batcher(first, ONE_WORKER)) {
            batcher.submit(inputs("ok", "a long one", "ok", "hi")).forEach(CompletableFuture::join);
        }

        assertThat(first.batches).containsExactly(List.of("a long one"), List.of("ok", "hi"));
    }

    @Test
    void shouldFailABadInputAloneWhenItsBatchFails() {
        try (Batcher batcher = new Batcher(first, ONE_WORKER)) {
            List<CompletableFuture<Answer>> futures = batcher.submit(inputs("one", "bad", "two"));

            assertThat(label(futures.get(0).join())).isEqualTo("one");
            assertThat(label(futures.get(2).join())).isEqualTo("two");
            assertThatThrownBy(futures.get(1)::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ClassifierException.class);
        }
    }

    @Test
    void shouldFailAnInputWhoseTokensCannotBeCountedAlone() {
        try (Batcher batcher = new Batcher(first, ONE_WORKER)) {
            List<CompletableFuture<Answer>> futures = batcher.submit(inputs("uncountable", "fine"));

            assertThat(label(futures.get(1).join())).isEqualTo("fine");
            assertThatThrownBy(futures.get(0)::join).hasCauseInstanceOf(ClassifierException.class);
        }
    }

    @Test
    void shouldSayOverloadedAtOnceWhenTheQueueIsFull() {
        try (Batcher batcher = new Batcher(first, new BatchLimits(1, 100, 8, 2))) {
            List<CompletableFuture<Answer>> futures = batcher.submit(inputs("a", "b", "c"));

            assertThat(futures.get(2)).isCompletedExceptionally();
            assertThatThrownBy(futures.get(2)::join).hasCauseInstanceOf(OverloadedException.class);
            assertThat(label(futures.get(1).join())).isEqualTo("b");
        }
    }

    @Test
    void shouldAnswerOnTheCallersThreadBesideTheQueue() {
        try (Batcher batcher = new Batcher(first, ONE_WORKER)) {
            assertThat(label(batcher.answer(Input.of("now")))).isEqualTo("now");
            assertThatThrownBy(() -> batcher.answer(Input.of("bad"))).isInstanceOf(ClassifierException.class);
        }
    }

    @Test
    void shouldGiveBackTheOldClassifierAndAnswerWithTheNewOne() {
        EchoClassifier second = new EchoClassifier("v2");
        try (Batcher batcher = new Batcher(first, ONE_WORKER)) {
            Classifier old = batcher.swap(second);

            assertThat(old).isSameAs(first);
            assertThat(batcher.model().version()).isEqualTo("v2");
            assertThat(batcher.submit(Input.of("a")).join().model().version()).isEqualTo("v2");
        }
    }

    @Test
    void shouldFailWhatWaitsWhenItIsClosedAndLetTheBatchUnderWayEnd() throws InterruptedException {
        GatedClassifier gated = new GatedClassifier();
        Batcher batcher = new Batcher(gated, ONE_WORKER);
        CompletableFuture<Answer> underWay = batcher.submit(Input.of("under way"));
        gated.entered.await();
        CompletableFuture<Answer> waiting = batcher.submit(Input.of("waiting"));

        Thread closing = new Thread(batcher::close);
        closing.start();

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(ClassifierException.class);
        gated.open.countDown();
        closing.join();
        assertThat(label(underWay.join())).isEqualTo("under way");
    }

    @Test
    void shouldTakeNothingAfterItIsClosed() {
        Batcher batcher = new Batcher(first, ONE_WORKER);
        batcher.close();

        assertThat(batcher.submit(Input.of("late"))).isCompletedExceptionally();
        assertThatThrownBy(() -> batcher.answer(Input.of("late"))).isInstanceOf(ClassifierException.class);
    }

    private static List<Input> inputs(String... texts) {
        return Stream.of(texts).map(Input::of).toList();
    }

    private static String label(Answer answer) {
        return ((Prediction.Labelled) answer.prediction()).label();
    }

    /** Holds its first batch until it is let go. */
    private static final class GatedClassifier implements Classifier {
        private final EchoClassifier echo = new EchoClassifier("gated");
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public ModelInfo info() {
            return echo.info();
        }

        @Override
        public List<Prediction> answer(List<? extends Prepared> prepared) {
            List<Input> inputs = Prepared.inputs(prepared);
            entered.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new ClassifierException("interrupted", e);
            }
            return echo.classify(inputs);
        }

        @Override
        public Prepared prepare(Input input) {
            return echo.prepare(input);
        }

        @Override
        public void close() {
            echo.close();
        }
    }
}
