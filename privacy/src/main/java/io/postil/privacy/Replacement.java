package io.postil.privacy;

import java.util.List;

/** What stands in the place of a masked span. */
final class Replacement {
    private static final String STARS = "***";

    private Replacement() {}

    /**
     * {@code [TYPE]}; where that would repeat what it masks (the word PERSON taken for a person, a letter), {@code [MASKED]}, else
     * three stars.
     */
    static String of(String type, String original) {
        for (String replacement : List.of("[" + type + "]", "[MASKED]", STARS)) {
            if (!replacement.contains(original)) {
                return replacement;
            }
        }
        throw new MaskingException("no replacement of type " + type + " that does not repeat what it masks");
    }
}
