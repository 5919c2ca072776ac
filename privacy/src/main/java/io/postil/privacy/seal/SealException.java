package io.postil.privacy.seal;

/** A seal could not be opened. The message says why and never holds what was sealed, nor any key. */
public final class SealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a seal stays shut. */
    public enum Reason {
        /** The bytes are no seal at all: too short, or of an unknown version. */
        NOT_A_SEAL,
        /** The key that the seal names is not in the key ring. */
        UNKNOWN_KEY,
        /** The key that the seal names was a conversation's, and is not kept. */
        FORGOTTEN,
        /** Another context, another key under the same id, or a changed byte: the cipher cannot tell which. */
        NOT_AUTHENTIC
    }

    private final Reason reason;

    SealException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    SealException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
