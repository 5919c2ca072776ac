package io.postil.trainer.runs;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of versions: v1, v2, and so on. */
final class Versions {
    static final String FIRST = "v1";
    private static final Pattern NUMBERED = Pattern.compile("v(\\d{1,9})");

    private Versions() {}

    /** One more than the highest; names of another form do not count. */
    static String next(Collection<String> written, Collection<String> stored) {
        long highest = Stream.concat(written.stream(), stored.stream())
                .map(NUMBERED::matcher)
                .filter(java.util.regex.Matcher::matches)
                .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                .max()
                .orElse(0);
        return "v" + (highest + 1);
    }
}
