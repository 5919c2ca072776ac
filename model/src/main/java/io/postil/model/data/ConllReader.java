package io.postil.model.data;

import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.evaluate.Chunk;
import io.postil.model.evaluate.TagScheme;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingItem.Gold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads tokens and tags: the first and the last column of a line, between tabs or blanks. A sentence becomes its tokens with
 * one blank between them. Spans are read as seqeval's default does, so a stray I- starts one.
 */
final class ConllReader {
    private final Source source;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private long line;

    ConllReader(Source source) {
        this.source = source;
    }

    List<Row> rows() {
        for (String text : source.lines()) {
            line++;
            if (isBlank(text)) {
                endSentence();
            } else if (!text.startsWith("-DOCSTART-")) {
                addToken(text);
            }
        }
        endSentence();
        return rows;
    }

    /** Files that were put together from others hold a byte order mark in their middle. */
    private static boolean isBlank(String text) {
        return text.replace("\uFEFF", "").isBlank();
    }

    private void addToken(String text) {
        String stripped = text.strip();
        List<String> columns = List.of(stripped.split(stripped.indexOf('\t') > 0 ? "\t" : "\\s+", -1));
        String tag = columns.get(columns.size() - 1).strip();
        if (columns.size() < 2 || !tag.matches("O|[BIES]-\\S+")) {
            throw new DataException(source.name(), line, "expected a token and a tag (O, B-TYPE or I-TYPE)");
        }
        tokens.add(columns.get(0));
        tags.add(tag);
    }

    private void endSentence() {
        if (!tokens.isEmpty()) {
            Input input = Input.of(String.join(" ", tokens));
            rows.add(new Row(new TrainingItem.Spanned(input, spans()), Optional.empty(), Optional.empty()));
        }
        tokens.clear();
        tags.clear();
    }

    private List<Gold> spans() {
        int[] starts = new int[tokens.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + tokens.get(i - 1).length() + 1;
        }
        return TagScheme.DEFAULT.chunks(tags).stream()
                .map(chunk -> gold(chunk, starts))
                .toList();
    }

    private Gold gold(Chunk chunk, int[] starts) {
        int last = chunk.end() - 1;
        return new Gold(
                Field.TEXT,
                chunk.type(),
                starts[chunk.start()],
                starts[last] + tokens.get(last).length());
    }
}
