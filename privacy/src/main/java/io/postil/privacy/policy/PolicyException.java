package io.postil.privacy.policy;

import java.util.List;

/** A policy file is wrong. The message names each problem with its key, a line each. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    PolicyException(String origin, List<String> problems) {
        super(origin + ": " + String.join("\n" + origin + ": ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each names its key, what stands there, and what was expected. */
    public List<String> problems() {
        return problems;
    }
}
