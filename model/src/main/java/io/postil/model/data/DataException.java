package io.postil.model.data;

/** A data file is not as expected. The message names the file, the line, what was found and what was expected; never a text of it. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataException(String file, long line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }

    DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
