package io.postil.schemas;

import org.apache.kafka.common.errors.SerializationException;

/** No registry gave an answer, or it let nobody in: the record may be good, and must not be given up. */
public final class RegistryUnavailableException extends SerializationException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message) {
        super(message);
    }
}
