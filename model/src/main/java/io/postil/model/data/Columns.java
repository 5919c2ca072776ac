package io.postil.model.data;

import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table hold what: names of its header, upper and lower case alike, of which the first that the header has
 * counts. Text and label must be there.
 *
 * @param header whether the first line names the columns; where it does not, their names are 1, 2, 3 and so on
 * @param delimiter what stands between columns, where it is not the format's own
 */
public record Columns(
        List<String> text,
        List<String> textPair,
        List<String> label,
        List<String> conversation,
        List<String> language,
        boolean header,
        Optional<Character> delimiter) {

    public Columns {
        text = List.copyOf(text);
        textPair = List.copyOf(textPair);
        label = List.copyOf(label);
        conversation = List.copyOf(conversation);
        language = List.copyOf(language);
    }

    /** The names that such files usually have. */
    public static Columns usual() {
        return new Columns(
                List.of("text", "utterance", "sentence", "premise"),
                List.of("text_pair", "hypothesis", "hypo"),
                List.of("label", "dialogue_act"),
                List.of("conversation", "conversation_id", "dialogue_id"),
                List.of("language", "lang"),
                true,
                Optional.empty());
    }

    /** These columns for text and label. */
    public Columns with(String textColumn, String labelColumn) {
        return new Columns(
                List.of(textColumn), textPair, List.of(labelColumn), conversation, language, header, delimiter);
    }

    /** This column for the second text of a pair. */
    public Columns withPair(String pairColumn) {
        return new Columns(text, List.of(pairColumn), label, conversation, language, header, delimiter);
    }

    /** This column for the conversation. */
    public Columns withConversation(String conversationColumn) {
        return new Columns(text, textPair, label, List.of(conversationColumn), language, header, delimiter);
    }

    /** For a table whose first line is a row like others. */
    public Columns withoutHeader() {
        return new Columns(text, textPair, label, conversation, language, false, delimiter);
    }

    /** For a table with another character between its columns. */
    public Columns delimitedBy(char character) {
        return new Columns(text, textPair, label, conversation, language, header, Optional.of(character));
    }
}
