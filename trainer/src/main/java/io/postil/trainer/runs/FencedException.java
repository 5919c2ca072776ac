package io.postil.trainer.runs;

/** Another trainer with the same id has started: this one must not write any more, and ends. */
final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FencedException(String message, Throwable cause) {
        super(message, cause);
    }
}
