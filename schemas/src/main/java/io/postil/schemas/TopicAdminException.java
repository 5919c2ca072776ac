package io.postil.schemas;

/** Topics could not be created or looked at; the message names the topic and the broker's reason. */
public final class TopicAdminException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicAdminException(String message, Throwable cause) {
        super(message, cause);
    }
}
