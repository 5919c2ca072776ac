package io.postil.starter.generate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks the offsets of the entity data set and counts what is in it. */
final class EntityReport {

    private EntityReport() {}

    static String of(List<LabelledText> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        for (LabelledText text : texts) {
            check(text);
            counts.merge(text.language() + " texts", 1, Integer::sum);
            if (text.spans().isEmpty()) {
                counts.merge(text.language() + " texts without entity", 1, Integer::sum);
            }
            text.spans().forEach(span -> counts.merge(text.language() + " " + span.type(), 1, Integer::sum));
        }
        long conversations =
                texts.stream().map(LabelledText::conversation).distinct().count();
        return "entities: " + texts.size() + " texts, " + conversations + " conversations " + counts;
    }

    private static void check(LabelledText text) {
        int free = 0;
        for (Span span : text.spans()) {
            boolean inside = span.start() >= free
                    && span.end() > span.start()
                    && span.end() <= text.text().length();
            if (!inside) {
                throw new IllegalStateException("span out of place: " + span + " in " + text);
            }
            String value = text.text().substring(span.start(), span.end());
            boolean trimmed = value.equals(value.strip()) && !value.matches("(?s)^[,;:!?].*|.*[,;:!?]$");
            boolean wholeWord = edge(text.text(), span.start()) && edge(text.text(), span.end());
            if (!trimmed || !wholeWord) {
                throw new IllegalStateException("span not cut at a word: '" + value + "' in " + text);
            }
            free = span.end();
        }
    }

    private static boolean edge(String text, int offset) {
        return offset == 0
                || offset == text.length()
                || !Character.isLetterOrDigit(text.charAt(offset - 1))
                || !Character.isLetterOrDigit(text.charAt(offset));
    }
}
