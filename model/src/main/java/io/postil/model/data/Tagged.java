package io.postil.model.data;

import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.evaluate.Chunk;
import io.postil.model.evaluate.TagScheme;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingItem.Gold;
import java.util.List;

/**
 * Tokens and tags of one sentence as a text with spans: the tokens with one blank between them. Spans are read as seqeval's default
 * does, so a stray I- starts one; BILOU's L and U are E and S, and BMES's M is I.
 */
final class Tagged {
    private final List<String> tokens;
    private final int[] starts;

    private Tagged(List<String> tokens) {
        this.tokens = tokens;
        this.starts = new int[tokens.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + tokens.get(i - 1).length() + 1;
        }
    }

    static boolean isTag(String tag) {
        return tag.matches("O|[BIESLUM]-\\S.*");
    }

    static TrainingItem.Spanned item(List<String> tokens, List<String> tags) {
        Tagged tagged = new Tagged(tokens);
        List<String> known = tags.stream().map(Tagged::iobes).toList();
        List<Gold> spans =
                TagScheme.DEFAULT.chunks(known).stream().map(tagged::gold).toList();
        return new TrainingItem.Spanned(Input.of(String.join(" ", tokens)), spans);
    }

    private static String iobes(String tag) {
        return switch (tag.charAt(0)) {
            case 'L' -> "E" + tag.substring(1);
            case 'U' -> "S" + tag.substring(1);
            case 'M' -> "I" + tag.substring(1);
            default -> tag;
        };
    }

    private Gold gold(Chunk chunk) {
        int last = chunk.end() - 1;
        int end = starts[last] + tokens.get(last).length();
        return new Gold(Field.TEXT, chunk.type(), starts[chunk.start()], end);
    }
}
