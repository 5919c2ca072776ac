package io.postil.bench;

import io.postil.model.Classifier;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import io.postil.model.batch.BatchPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers a list of inputs as the stream does, but each of them: repeats, which the stream answers once where they wait together, are not
 * shared. One thread prepares, the workers answer.
 */
final class AnsweringLoop implements AutoCloseable {
    private static final int TOKENS = 256;
    private static final int COUNT = 64;

    /** Inputs that are planned together. */
    private static final int PORTION = 1024;

    private final Classifier classifier;
    private final ExecutorService workers;

    AnsweringLoop(Classifier classifier, int workers) {
        this.classifier = classifier;
        this.workers = Executors.newFixedThreadPool(workers);
    }

    /** Returns how many were answered. */
    int answer(List<Input> inputs) throws InterruptedException, ExecutionException {
        List<Future<List<Prediction>>> answers = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i += PORTION) {
            List<Prepared> prepared = inputs.subList(i, Math.min(inputs.size(), i + PORTION)).stream()
                    .map(classifier::prepare)
                    .toList();
            for (List<Prepared> batch : BatchPlan.of(prepared, Prepared::tokens, TOKENS, COUNT)) {
                answers.add(workers.submit(() -> classifier.answer(batch)));
            }
        }
        int answered = 0;
        for (Future<List<Prediction>> answer : answers) {
            answered += answer.get().size();
        }
        return answered;
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
