package io.postil.privacy.rules;

import java.util.Arrays;
import java.util.Optional;

/**
 * A text as rules read it, and where each of its characters stands in the text as sent. See {@link Folding} and {@link Disarmed} for
 * what changes. A shadow of ASCII without disarmed signs is the text itself. Immutable.
 */
final class ShadowText {
    private final String original;
    private final String text;
    /** For each code unit of the shadow, the first code unit it came from; null where they are the same. */
    private final int[] starts;
    /** For each code unit of the shadow, the end of what it came from; null where they are the same. */
    private final int[] ends;

    private ShadowText(String original, String text, int[] starts, int[] ends) {
        this.original = original;
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static ShadowText of(String original) {
        int plain = 0;
        while (plain < original.length() && isPlain(original, plain)) {
            plain++;
        }
        return plain == original.length()
                ? new ShadowText(original, original, null, null)
                : new Builder(original).build();
    }

    private static boolean isPlain(String original, int at) {
        char c = original.charAt(at);
        return c < 0x80 && !(Disarmed.mayBegin(c) && Disarmed.at(original, at).isPresent());
    }

    /** The text as sent. */
    String original() {
        return original;
    }

    /** Whether nothing of it was folded. */
    boolean isAsSent() {
        return starts == null;
    }

    /** The folded text. */
    String text() {
        return text;
    }

    /** Where {@code [at, …)} of the shadow begins in the text as sent. */
    int originalStart(int at) {
        return starts == null ? at : starts[at];
    }

    /** Where {@code […, end)} of the shadow ends in the text as sent; {@code end > 0}. */
    int originalEnd(int end) {
        return ends == null ? end : ends[end - 1];
    }

    private static final class Builder {
        private final String original;
        private final StringBuilder folded;
        private int[] starts;
        private int[] ends;

        Builder(String original) {
            this.original = original;
            this.folded = new StringBuilder(original.length());
            this.starts = new int[original.length() + 16];
            this.ends = new int[original.length() + 16];
        }

        ShadowText build() {
            for (int at = 0; at < original.length(); ) {
                int from = at;
                int codePoint = original.codePointAt(at);
                var sign = codePoint < 0x80 ? Disarmed.at(original, at) : Optional.<Disarmed>empty();
                at = sign.map(Disarmed::end).orElse(from + Character.charCount(codePoint));
                add(sign.map(Disarmed::sign).orElseGet(() -> Folding.fold(codePoint)), from, at);
            }
            int length = folded.length();
            return new ShadowText(
                    original, folded.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
        }

        private void add(String replacement, int start, int end) {
            int from = folded.length();
            folded.append(replacement);
            int to = folded.length();
            if (to > starts.length) {
                starts = Arrays.copyOf(starts, to * 2);
                ends = Arrays.copyOf(ends, to * 2);
            }
            Arrays.fill(starts, from, to, start);
            Arrays.fill(ends, from, to, end);
        }
    }
}
