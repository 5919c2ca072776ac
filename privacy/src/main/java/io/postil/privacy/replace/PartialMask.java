package io.postil.privacy.replace;

/** A sign for each letter and digit, the last few kept. */
final class PartialMask {
    private static final String SEPARATORS = " .-/()+_:@";
    private static final int SHARE = 3;

    private PartialMask() {}

    /** The last {@code keep} letters and digits stay, but no more than a third of them, and the separators. */
    static String of(String value, int keep, String sign) {
        int[] points = value.codePoints().toArray();
        long count = value.codePoints().filter(PartialMask::isMasked).count();
        long masked = count - Math.min(keep, count / SHARE);
        var text = new StringBuilder(value.length());
        int seen = 0;
        for (int point : points) {
            if (isMasked(point) && seen++ < masked) {
                text.append(sign);
            } else {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }

    private static boolean isMasked(int point) {
        return SEPARATORS.indexOf(point) < 0;
    }
}
