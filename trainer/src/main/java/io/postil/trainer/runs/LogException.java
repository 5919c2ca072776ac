package io.postil.trainer.runs;

/** The topics could not be read or written for now. */
final class LogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogException(String message, Throwable cause) {
        super(message, cause);
    }
}
