package io.postil.stream.serving;

import io.postil.model.Classifier;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.batch.Answer;
import io.postil.model.batch.BatchLimits;
import io.postil.model.batch.Batcher;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A classifier that answers in batches, and can be replaced while it does. Owns it. Threading: any asks, one replaces. */
final class Seat implements AutoCloseable {
    private final Batcher batcher;
    private Classifier classifier;

    Seat(Classifier first, BatchLimits limits) {
        classifier = first;
        batcher = new Batcher(first, limits);
    }

    /** All inputs are answered by one version: where a swap came in between, all are asked again. */
    CompletableFuture<Answers> ask(List<Input> inputs) {
        List<CompletableFuture<Answer>> futures = batcher.submit(inputs);
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenCompose(done -> {
                    List<Answer> answers =
                            futures.stream().map(CompletableFuture::join).toList();
                    ModelInfo model = answers.get(0).model();
                    return answers.stream().allMatch(answer -> answer.model().equals(model))
                            ? CompletableFuture.completedFuture(new Answers(
                                    model,
                                    answers.stream().map(Answer::prediction).toList()))
                            : ask(inputs);
                });
    }

    ModelInfo model() {
        return batcher.model();
    }

    /** Replaces in one step; closes the old one after its last batch. */
    void replace(Classifier next) {
        Classifier old = batcher.swap(next);
        classifier = next;
        old.close();
    }

    @Override
    public void close() {
        batcher.close();
        classifier.close();
    }
}
