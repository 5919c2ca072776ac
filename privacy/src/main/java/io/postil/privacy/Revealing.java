package io.postil.privacy;

/** Tells whether a replacement shows what it stands for. */
public final class Revealing {
    /** A shorter original is found in much by chance, so that only a replacement equal to it shows it. */
    private static final int LEAST = 3;

    private Revealing() {}

    /** Whether the replacement holds the original, in other case or without accents too where that has three characters or more. */
    public static boolean isShown(String original, String replacement) {
        return isIn(original, replacement) || isIn(Folded.of(original), Folded.of(replacement));
    }

    private static boolean isIn(String original, String replacement) {
        boolean isLong = original.length() >= LEAST && !original.isBlank();
        return isLong ? replacement.contains(original) : !original.isEmpty() && replacement.equals(original);
    }
}
