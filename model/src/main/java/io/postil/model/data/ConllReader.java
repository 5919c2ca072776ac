package io.postil.model.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads tokens and tags: of a line, between tabs or blanks, the first and the last column, or those that are asked for by number. A
 * blank line ends a sentence, and so does a -DOCSTART- line.
 */
final class ConllReader {
    private final Source source;
    private final Columns columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    ConllReader(Source source, Columns columns) {
        this.source = source;
        this.columns = columns;
    }

    List<Row> rows() {
        for (Optional<String> line = source.next(); line.isPresent(); line = source.next()) {
            if (isBlank(line.get()) || line.get().startsWith("-DOCSTART-")) {
                endSentence();
            } else {
                addToken(line.get());
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
        String[] parts = stripped.split(stripped.indexOf('\t') > 0 ? "\t" : "\\s+", -1);
        String token = part(parts, columns.text(), 0).strip();
        String tag = columns.labelled()
                ? part(parts, columns.label(), parts.length - 1).strip()
                : "O";
        if (token.isEmpty() || (columns.labelled() && parts.length < 2) || !Tagged.isTag(tag)) {
            throw new DataException(source.name(), source.line(), "expected a token and a tag (O, B-TYPE or I-TYPE)");
        }
        tokens.add(token);
        tags.add(tag);
    }

    private String part(String[] parts, Columns.Column column, int usual) {
        if (!column.demanded()) {
            return parts[usual];
        }
        String name = column.names().get(0);
        if (!name.matches("[1-9][0-9]{0,3}") || Integer.parseInt(name) > parts.length) {
            throw new DataException(
                    source.name(), source.line(), "no column " + name + " (expected 1 to " + parts.length + ")");
        }
        return parts[Integer.parseInt(name) - 1];
    }

    private void endSentence() {
        if (!tokens.isEmpty()) {
            rows.add(new Row(Tagged.item(List.copyOf(tokens), List.copyOf(tags)), Optional.empty(), Optional.empty()));
        }
        tokens.clear();
        tags.clear();
    }
}
