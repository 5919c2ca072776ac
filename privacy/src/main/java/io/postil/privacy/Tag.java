package io.postil.privacy;

import java.util.List;

/** The type of a span as its replacement. */
public final class Tag {
    private static final String STARS = "***";
    private static final String DASHES = "---";

    private Tag() {}

    /**
     * {@code [TYPE]}; where that would repeat what it masks (the word PERSON taken for a person, a letter), {@code [MASKED]}, else
     * three stars.
     */
    public static String of(String type, String original) {
        for (String tag : List.of("[" + type + "]", "[MASKED]", STARS, DASHES)) {
            if (!tag.contains(original) && !Revealing.isShown(original, tag)) {
                return tag;
            }
        }
        throw new MaskingException("no replacement of type " + type + " that does not repeat what it masks");
    }
}
