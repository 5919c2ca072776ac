package io.postil.privacy;

/**
 * Widens spans so that they hold whole characters as a reader sees them: no half of a surrogate pair, no combining mark, variation
 * selector or skin tone left behind, no emoji joined by U+200D torn apart, no half of a flag. Wider than Unicode's extended
 * grapheme clusters (UAX 29) where that is simpler: whatever U+200D joins goes together.
 */
final class Clusters {
    private static final int JOINER = 0x200D;

    private Clusters() {}

    static int start(String text, int start) {
        int at = start;
        while (at > 0 && isInside(text, at)) {
            at = previous(text, at);
        }
        return at;
    }

    static int end(String text, int end) {
        int at = end;
        while (at < text.length() && isInside(text, at)) {
            at = next(text, at);
        }
        return at;
    }

    /** Whether a cluster goes on over the boundary at {@code at}. */
    private static boolean isInside(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        if (before < 0x80 && after < 0x80) {
            return false;
        }
        if (Character.isHighSurrogate(before) && Character.isLowSurrogate(after)) {
            return true;
        }
        return before == JOINER || extendsCluster(text.codePointAt(at)) || isInsideFlag(text, at);
    }

    private static boolean extendsCluster(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default ->
                codePoint == JOINER
                        || codePoint == 0x200C
                        || isBetween(codePoint, 0x1F3FB, 0x1F3FF)
                        || isBetween(codePoint, 0xE0020, 0xE007F)
                        || isBetween(codePoint, 0x1160, 0x11FF);
        };
    }

    private static boolean isInsideFlag(String text, int at) {
        if (!isRegional(text.codePointAt(at))) {
            return false;
        }
        int flags = 0;
        for (int i = at; i > 0 && isRegional(text.codePointBefore(i)); i = previous(text, i)) {
            flags++;
        }
        return flags % 2 == 1;
    }

    private static boolean isRegional(int codePoint) {
        return isBetween(codePoint, 0x1F1E6, 0x1F1FF);
    }

    private static boolean isBetween(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }

    private static int previous(String text, int at) {
        return at - Character.charCount(text.codePointBefore(at));
    }

    private static int next(String text, int at) {
        return at + Character.charCount(text.codePointAt(at));
    }
}
