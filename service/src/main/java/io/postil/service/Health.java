package io.postil.service;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether a process, or a part of it, does its work.
 *
 * @param details what a person would ask next, in a few words each; never a user's text
 */
public record Health(Status status, Map<String, String> details) {

    public Health {
        details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** UP: doing its work. STARTING: not yet, and nothing is wrong. DOWN: will not without help. */
    public enum Status {
        UP,
        STARTING,
        DOWN
    }

    public static Health up(Map<String, String> details) {
        return new Health(Status.UP, details);
    }

    public static Health starting(String why) {
        return new Health(Status.STARTING, Map.of("reason", why));
    }

    public static Health down(String why) {
        return new Health(Status.DOWN, Map.of("reason", why));
    }
}
