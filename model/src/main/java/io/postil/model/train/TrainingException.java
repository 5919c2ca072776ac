package io.postil.model.train;

/** A training cannot go on or go on from where it was. The message says why, and what to do about it; it holds no text of an item. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
