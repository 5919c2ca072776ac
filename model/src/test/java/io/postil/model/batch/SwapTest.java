package io.postil.model.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Input;
import io.postil.model.Prediction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Versions are swapped at random moments under load. */
class SwapTest {

    @Property(tries = 30)
    void shouldAnswerEveryRequestWithOneVersionThatIsStillOpen(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int workers) {
        List<EchoClassifier> versions =
                IntStream.range(0, 6).mapToObj(i -> new EchoClassifier("v" + i)).toList();
        Random random = new Random(seed);
        List<CompletableFuture<Answer>> futures = new ArrayList<>();

        try (Batcher batcher = new Batcher(versions.get(0), new BatchLimits(workers, 64, 8, 100_000))) {
            Iterator<EchoClassifier> next = versions.listIterator(1);
            while (next.hasNext()) {
                IntStream.range(0, random.nextInt(100)).forEach(i -> futures.addAll(batcher.submit(poll(random))));
                batcher.swap(next.next()).close();
            }
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
        }

        assertThat(futures)
                .allSatisfy(future -> assertThat(isEcho(future.join())).isTrue());
        assertThat(versions).noneMatch(version -> version.usedAfterClose.get());
        assertThat(versions).noneMatch(version -> version.closedInUse.get());
    }

    private static List<Input> poll(Random random) {
        return IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> Input.of("x".repeat(random.nextInt(40)) + random.nextInt(1000)))
                .toList();
    }

    private static boolean isEcho(Answer answer) {
        var prediction = (Prediction.Labelled) answer.prediction();
        return prediction.label().length() == prediction.coveredChars()
                && answer.model().digest().equals("digest of " + answer.model().version());
    }
}
