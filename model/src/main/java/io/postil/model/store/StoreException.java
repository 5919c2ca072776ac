package io.postil.model.store;

/** The store cannot be read or written, or a version cannot be published. The message names the place and what was tried. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
