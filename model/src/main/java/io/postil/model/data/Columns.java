package io.postil.model.data;

import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table, or fields of an object, hold what. Of a table without a header, and of CoNLL, the names are the numbers 1,
 * 2, 3 and so on.
 *
 * @param header whether the first line of a table names the columns
 * @param delimiter what stands between columns of a table, where it is not the format's own
 * @param labelled whether there are labels to read
 */
public record Columns(
        Column text,
        Column textPair,
        Column label,
        Column conversation,
        Column language,
        boolean header,
        Optional<Character> delimiter,
        boolean labelled) {

    /**
     * The names that a column may have, of which the first that the file has counts.
     *
     * @param demanded whether the caller asked for it, so that a file without it is refused
     */
    public record Column(List<String> names, boolean demanded) {
        public Column {
            names = List.copyOf(names);
        }

        static Column usual(String... names) {
            return new Column(List.of(names), false);
        }

        static Column named(String name) {
            return new Column(List.of(name), true);
        }

        @Override
        public String toString() {
            return String.join(" or ", names);
        }
    }

    /** The names that such files usually have. */
    public static Columns usual() {
        return new Columns(
                Column.usual("text", "utterance", "sentence", "premise"),
                Column.usual("text_pair", "hypothesis", "hypo"),
                Column.usual("label", "dialogue_act"),
                Column.usual("conversation", "conversation_id", "dialogue_id"),
                Column.usual("language", "lang"),
                true,
                Optional.empty(),
                true);
    }

    /** These columns for text and label. */
    public Columns with(String textColumn, String labelColumn) {
        return withText(textColumn).withLabel(labelColumn);
    }

    /** This column for the text; of CoNLL, for the tokens. */
    public Columns withText(String name) {
        return new Columns(Column.named(name), textPair, label, conversation, language, header, delimiter, labelled);
    }

    /** This column for the label; of CoNLL, for the tags. */
    public Columns withLabel(String name) {
        return new Columns(text, textPair, Column.named(name), conversation, language, header, delimiter, labelled);
    }

    /** This column for the second text of a pair. */
    public Columns withPair(String name) {
        return new Columns(text, Column.named(name), label, conversation, language, header, delimiter, labelled);
    }

    /** This column for the conversation. */
    public Columns withConversation(String name) {
        return new Columns(text, textPair, label, Column.named(name), language, header, delimiter, labelled);
    }

    /** This column for the language. */
    public Columns withLanguage(String name) {
        return new Columns(text, textPair, label, conversation, Column.named(name), header, delimiter, labelled);
    }

    /** For a table whose first line is a row like others. */
    public Columns withoutHeader() {
        return new Columns(text, textPair, label, conversation, language, false, delimiter, labelled);
    }

    /** For a table with another character between its columns. */
    public Columns delimitedBy(char character) {
        return new Columns(text, textPair, label, conversation, language, header, Optional.of(character), labelled);
    }

    /** For texts alone: labels are not looked for. */
    Columns withoutLabels() {
        return new Columns(text, textPair, label, conversation, language, header, delimiter, false);
    }
}
