package io.postil.model.text;

import io.postil.model.Field;
import io.postil.model.train.LearnerOptions.Alignment;
import io.postil.model.train.TrainingItem.Gold;
import java.util.Arrays;
import java.util.List;

/** Spans turned into the labels that tokens should get. */
public final class TokenLabels {
    /** The label of tokens that the loss passes over. */
    public static final int IGNORED = -100;

    private final TagSet tags;
    private final Alignment alignment;

    /** Takes what becomes of the tokens of a word after its first. */
    public TokenLabels(TagSet tags, Alignment alignment) {
        this.tags = tags;
        this.alignment = alignment;
    }

    /**
     * A label for each token. A word belongs to the first span that it shares a character with.
     *
     * @throws IllegalArgumentException if there is no label for a span's type
     */
    public int[] of(Encoded tokens, List<Gold> spans) {
        int[] labels = new int[tokens.size()];
        Arrays.fill(labels, IGNORED);
        boolean[] begun = new boolean[spans.size()];
        for (int token = 0; token < labels.length; token++) {
            if (!tokens.isSpecial(token) && tokens.continuesWord(token)) {
                labels[token] = continued(labels[token - 1]);
            } else if (!tokens.isSpecial(token)) {
                int span = spanAt(spans, tokens.field(token), tokens.start(token), wordEnd(tokens, token));
                labels[token] =
                        span < 0 ? tags.outside() : tags.label(spans.get(span).type(), !begun[span]);
                if (span >= 0) {
                    begun[span] = true;
                }
            }
        }
        return labels;
    }

    private int continued(int before) {
        return switch (alignment) {
            case FIRST -> IGNORED;
            case CONTINUED ->
                tags.type(before).map(type -> tags.label(type, false)).orElse(before);
            case REPEATED -> before;
        };
    }

    private static int wordEnd(Encoded tokens, int first) {
        int last = first;
        while (last + 1 < tokens.size() && tokens.continuesWord(last + 1)) {
            last++;
        }
        return tokens.end(last);
    }

    private static int spanAt(List<Gold> spans, Field field, int start, int end) {
        for (int i = 0; i < spans.size(); i++) {
            Gold span = spans.get(i);
            if (span.field() == field && span.start() < end && span.end() > start) {
                return i;
            }
        }
        return -1;
    }
}
