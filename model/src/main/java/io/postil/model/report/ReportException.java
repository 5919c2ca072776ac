package io.postil.model.report;

/** A report cannot be read or models cannot be compared. The message names the file and what was expected. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReportException(String message) {
        super(message);
    }
}
