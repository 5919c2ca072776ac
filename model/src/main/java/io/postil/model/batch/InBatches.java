package io.postil.model.batch;

import io.postil.model.Classifier;
import io.postil.model.Input;
import io.postil.model.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Answers many inputs, batch by batch, and gives the answers in the order of the inputs. */
public final class InBatches {
    /** Inputs that are planned together; those after them are prepared meanwhile. */
    private static final int PORTION = 1024;

    private InBatches() {}

    /**
     * Answers with a classifier, on as many threads as the limits say, while this one prepares.
     *
     * @param limits as of a {@link Batcher}; the queue holds all inputs, whatever they say
     */
    public static List<Prediction> classify(Classifier classifier, List<Input> inputs, BatchLimits limits) {
        var roomy = new BatchLimits(limits.workers(), limits.tokens(), limits.count(), Integer.MAX_VALUE);
        try (Batcher batcher = new Batcher(classifier, roomy)) {
            List<CompletableFuture<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i += PORTION) {
                futures.addAll(batcher.submit(inputs.subList(i, Math.min(inputs.size(), i + PORTION))));
            }
            return futures.stream().map(InBatches::prediction).toList();
        }
    }

    private static Prediction prediction(CompletableFuture<Answer> future) {
        try {
            return future.join().prediction();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        }
    }

    /**
     * Answers on the caller's thread with anything that answers batches, planned by any size of an input; budget and count are those of
     * {@link BatchPlan}.
     */
    public static <T> List<Prediction> classify(
            Function<List<T>, List<Prediction>> model, List<T> inputs, ToIntFunction<T> size, int budget, int count) {
        Prediction[] answers = new Prediction[inputs.size()];
        List<Integer> positions = IntStream.range(0, inputs.size()).boxed().toList();
        for (List<Integer> batch :
                BatchPlan.of(positions, position -> size.applyAsInt(inputs.get(position)), budget, count)) {
            List<Prediction> answered =
                    model.apply(batch.stream().map(inputs::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                answers[batch.get(i)] = answered.get(i);
            }
        }
        return Arrays.asList(answers);
    }
}
