package io.postil.model.batch;

/** The queue was full: the request was not taken, and may be asked again. */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OverloadedException(int queue) {
        super("all " + queue + " places of the queue are taken");
    }
}
