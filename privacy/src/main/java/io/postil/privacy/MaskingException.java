package io.postil.privacy;

/**
 * A text could not be masked for certain, so it may not be let through. The message never holds text, and there is no cause, since
 * a cause's message might.
 */
public final class MaskingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MaskingException(String message) {
        super(message);
    }
}
