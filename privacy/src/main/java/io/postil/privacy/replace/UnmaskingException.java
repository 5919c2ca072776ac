package io.postil.privacy.replace;

/** A replacement could not be turned back. The message holds no text. */
public final class UnmaskingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnmaskingException(String message) {
        super(message);
    }
}
