package io.postil.model;

/** A model could not answer. The message never holds text of an input. */
public final class ClassifierException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClassifierException(String message, Throwable cause) {
        super(message, cause);
    }

    public ClassifierException(String message) {
        super(message);
    }
}
