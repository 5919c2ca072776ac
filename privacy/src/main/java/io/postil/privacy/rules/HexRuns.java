package io.postil.privacy.rules;

/** Runs of hexadecimal digits, colons and dots with at least two colons, no letter or digit on either side. */
final class HexRuns {
    private HexRuns() {}

    /** Takes {@code [start, end)} of a run. */
    @FunctionalInterface
    interface Run {
        void at(int start, int end);
    }

    static void forEach(String text, Run run) {
        int at = 0;
        while ((at = text.indexOf(':', at)) >= 0) {
            int start = at;
            while (start > 0 && isInRun(text.charAt(start - 1))) {
                start--;
            }
            int end = at;
            while (end < text.length() && isInRun(text.charAt(end))) {
                end++;
            }
            report(text, start, end, run);
            at = end;
        }
    }

    private static void report(String text, int start, int end, Run run) {
        int last = end;
        while (last > start && text.charAt(last - 1) == '.') {
            last--;
        }
        boolean touchesBefore = start > 0 && Scan.isLetterOrDigit(text.charAt(start - 1));
        boolean touchesAfter = last < text.length() && Scan.isLetterOrDigit(text.charAt(last));
        boolean hasTwo = text.indexOf(':', text.indexOf(':', start) + 1) < last
                && text.indexOf(':', text.indexOf(':', start) + 1) >= 0;
        if (hasTwo && !touchesBefore && !touchesAfter) {
            run.at(start, last);
        }
    }

    private static boolean isInRun(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
    }
}
