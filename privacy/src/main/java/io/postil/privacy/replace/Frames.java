package io.postil.privacy.replace;

import io.postil.privacy.MaskingException;
import io.postil.privacy.Revealing;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Replacements with something after the type: {@code [PERSON:Zm9v]}. Its own words give way where they would show what is masked. */
final class Frames {
    private static final int MOST_ATTEMPTS = 64;

    private Frames() {}

    /**
     * The first that does not show the original.
     *
     * @param sign between the type and the body
     * @param body for an attempt, from 0; those of attempts may differ
     */
    static String around(String type, String original, char sign, IntFunction<String> body) {
        for (String name : List.of(type, "MASKED", "*")) {
            if (Revealing.isShown(original, "[" + name + sign + "]")) {
                continue;
            }
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                var framed = "[" + name + sign + body.apply(attempt) + "]";
                if (!Revealing.isShown(original, framed)) {
                    return framed;
                }
            }
        }
        throw new MaskingException("no replacement of type " + type + " that does not repeat what it masks");
    }

    /** What stands in a frame with a colon. */
    static Optional<String> body(String replacement) {
        int colon = replacement.indexOf(':');
        boolean isFrame = replacement.startsWith("[") && replacement.endsWith("]") && colon > 0;
        return isFrame ? Optional.of(replacement.substring(colon + 1, replacement.length() - 1)) : Optional.empty();
    }
}
