package io.postil.schemas;

import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes that will never become a record of the wanted type, however often they are read: poison. The message names topic
 * and id, and never holds text of the record.
 */
public final class UndecodableException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** Why bytes are poison. */
    public enum Reason {
        /** They are not in the wire format, or not what their schema says. */
        NOT_AVRO,
        /** The registry has no schema of their id. */
        UNKNOWN_SCHEMA,
        /** Their schema is that of something else. */
        WRONG_SCHEMA
    }

    private final Reason reason;

    public UndecodableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public UndecodableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
