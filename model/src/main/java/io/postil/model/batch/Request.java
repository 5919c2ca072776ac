package io.postil.model.batch;

import io.postil.model.Input;
import io.postil.model.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An input that is prepared, and everyone who waits for its answer. */
record Request(Prepared prepared, List<CompletableFuture<Answer>> futures) {

    static Request of(Prepared prepared, CompletableFuture<Answer> future) {
        return new Request(prepared, new ArrayList<>(List.of(future)));
    }

    Input input() {
        return prepared.input();
    }

    int tokens() {
        return prepared.tokens();
    }

    /** Answers those who wait for an equal input too. */
    Request with(Request equal) {
        futures.addAll(equal.futures);
        return this;
    }

    void complete(Answer answer) {
        futures.forEach(future -> future.complete(answer));
    }

    void fail(Throwable reason) {
        futures.forEach(future -> future.completeExceptionally(reason));
    }
}
