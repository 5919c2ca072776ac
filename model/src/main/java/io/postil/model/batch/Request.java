package io.postil.model.batch;

import io.postil.model.Input;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An input, and everyone who waits for its answer. */
record Request(Input input, List<CompletableFuture<Answer>> futures) {

    static Request of(Input input) {
        return new Request(input, List.of(new CompletableFuture<>()));
    }

    CompletableFuture<Answer> future() {
        return futures.get(0);
    }

    void complete(Answer answer) {
        futures.forEach(future -> future.complete(answer));
    }

    void fail(Throwable reason) {
        futures.forEach(future -> future.completeExceptionally(reason));
    }
}
