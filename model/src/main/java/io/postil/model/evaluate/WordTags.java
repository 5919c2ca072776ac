package io.postil.model.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of a text as IOB2 tags of its words, which stand between blanks; a word belongs to the first span that it shares a character with. */
final class WordTags {
    private static final Pattern WORD = Pattern.compile("\\S+");

    private WordTags() {}

    static List<String> of(String text, List<Chunk> spans) {
        List<String> tags = new ArrayList<>();
        boolean[] begun = new boolean[spans.size()];
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            int span = spanAt(spans, word.start(), word.end());
            tags.add(
                    span < 0
                            ? "O"
                            : (begun[span] ? "I-" : "B-") + spans.get(span).type());
            if (span >= 0) {
                begun[span] = true;
            }
        }
        return tags;
    }

    private static int spanAt(List<Chunk> spans, int start, int end) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).start() < end && spans.get(i).end() > start) {
                return i;
            }
        }
        return -1;
    }
}
