package io.postil.schemas;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The registry does not let a schema be written: it is incompatible with the versions before it, or not registered where
 * schemas are only looked up. The message names topic and subject and has the registry's words.
 */
public final class SchemaRefusedException extends SerializationException {
    private static final long serialVersionUID = 1L;

    public SchemaRefusedException(String message) {
        super(message);
    }
}
