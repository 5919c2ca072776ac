package io.postil.stream.annotate;

/** The application stops, and the record under way has no outcome yet: it is read again at the next start. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("stopped while a record was under way");
    }
}
