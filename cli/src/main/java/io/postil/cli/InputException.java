package io.postil.cli;

/** A file is not as expected: exit code 1. The message names file, line, what was found and what was expected. */
final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
