package io.postil.model.batch;

import io.postil.model.Classifier;
import io.postil.model.ClassifierException;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers single requests in batches, and lets the classifier be swapped while it does. Every future that was given out
 * ends: with an answer and the version that made it, with {@link OverloadedException} if the queue was full, with what the
 * classifier threw, or with {@link ClassifierException} if the batcher was closed first. Threading: any thread submits;
 * futures end on a worker's thread. Ownership: the caller opens and closes the classifiers.
 */
public final class Batcher implements AutoCloseable {
    private final BatchLimits limits;
    private final Serving serving;
    private final Backlog backlog;
    private final Batches batches;
    private final List<Thread> workers = new ArrayList<>();

    public Batcher(Classifier first, BatchLimits limits) {
        this.limits = limits;
        serving = new Serving(first);
        backlog = new Backlog(limits.queue());
        batches = new Batches(backlog, limits);
        for (int i = 1; i <= limits.workers(); i++) {
            Thread worker =
                    new Thread(this::work, "postil-batch-" + first.info().task() + "-" + i);
            worker.setDaemon(true);
            workers.add(worker);
            worker.start();
        }
    }

    /** Asks without blocking: when the queue is full the future has failed with {@link OverloadedException} already. */
    public CompletableFuture<Answer> submit(Input input) {
        return submit(List.of(input)).get(0);
    }

    /**
     * Asks for several at once, so that they are planned together. One future for each input, in order; never blocks. The inputs are
     * prepared here, on the caller's thread: the workers do nothing but ask the model.
     */
    public List<CompletableFuture<Answer>> submit(List<Input> inputs) {
        List<CompletableFuture<Answer>> futures = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        for (Input input : inputs) {
            CompletableFuture<Answer> future = new CompletableFuture<>();
            futures.add(future);
            prepare(input, future).ifPresent(requests::add);
        }
        int taken = backlog.offer(requests);
        requests.subList(taken, requests.size())
                .forEach(request -> request.fail(new OverloadedException(limits.queue())));
        return futures;
    }

    /** An input that cannot be prepared fails alone. */
    private Optional<Request> prepare(Input input, CompletableFuture<Answer> future) {
        try (Serving.Lease lease = serving.lease()) {
            return Optional.of(Request.of(lease.classifier().prepare(input), future));
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
            return Optional.empty();
        }
    }

    /** Answers on the caller's thread, beside the queue: for one that was overloaded, or that nobody submitted. */
    public Answer answer(Input input) {
        try (Serving.Lease lease = serving.lease()) {
            Classifier classifier = lease.classifier();
            return answers(classifier, List.of(classifier.prepare(input))).get(0);
        }
    }

    /** The version that answers now. */
    public ModelInfo model() {
        try (Serving.Lease lease = serving.lease()) {
            return lease.classifier().info();
        }
    }

    /**
     * Puts another classifier in place in one step: batches that start from now on use it. Returns the old one when its last
     * batch has ended, for its owner to close.
     */
    public Classifier swap(Classifier next) {
        return serving.swap(next);
    }

    /** Lets batches under way end, fails the rest, and returns when the classifier is no longer used. */
    @Override
    public void close() {
        backlog.close().forEach(Batcher::failClosed);
        batches.drain().forEach(Batcher::failClosed);
        serving.close();
    }

    private void work() {
        try {
            for (var batch = batches.next(); batch.isPresent(); batch = batches.next()) {
                answer(batch.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(List<Request> batch) {
        try (Serving.Lease lease = serving.lease()) {
            answerTogether(lease.classifier(), batch);
        } catch (ClassifierException e) {
            batch.forEach(request -> request.fail(e));
        }
    }

    private static void answerTogether(Classifier classifier, List<Request> batch) {
        try {
            List<Answer> answers =
                    answers(classifier, batch.stream().map(Request::prepared).toList());
            for (int i = 0; i < answers.size(); i++) {
                batch.get(i).complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            answerOneByOne(classifier, batch, e);
        }
    }

    /** So that one bad input fails alone. */
    private static void answerOneByOne(Classifier classifier, List<Request> batch, Throwable reason) {
        if (batch.size() == 1) {
            batch.get(0).fail(reason);
        } else {
            batch.forEach(request -> answerTogether(classifier, List.of(request)));
        }
    }

    private static List<Answer> answers(Classifier classifier, List<Prepared> inputs) {
        List<Prediction> predictions = classifier.answer(inputs);
        if (predictions.size() != inputs.size()) {
            throw new ClassifierException(
                    "the classifier answered %s of %s inputs".formatted(predictions.size(), inputs.size()));
        }
        return predictions.stream()
                .map(prediction -> new Answer(prediction, classifier.info()))
                .toList();
    }

    private static void failClosed(Request request) {
        request.fail(new ClassifierException("the batcher was closed before it was answered"));
    }
}
