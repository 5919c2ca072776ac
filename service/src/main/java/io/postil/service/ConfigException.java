package io.postil.service;

import java.util.List;

/** A configuration that is refused. The message has one line for each problem, each naming its key and where it was set. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
