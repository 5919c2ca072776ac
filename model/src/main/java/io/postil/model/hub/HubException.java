package io.postil.model.hub;

/** A checkpoint cannot be fetched. The message names the model, the file and the reason; never a token. */
public final class HubException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HubException(String message) {
        super(message);
    }

    HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
