package io.postil.starter.generate;

import java.util.Random;
import java.util.regex.Pattern;

/**
 * A sentence with slots: {@code {TYPE}}, {@code {TYPE.form}}, {@code {TYPE=written so}} and {@code {PERSON.form#1}} are labelled, the
 * number naming a person who comes back in the same text; letters right after a slot belong to its value. Lower-case slots such as
 * {@code {price}} are filled without a label. Of {@code <a|b|c>} one is chosen; they do not nest.
 */
record EntityTemplate(String language, String text) {
    private static final Pattern CHOICE = Pattern.compile("<([^<>]*\\|[^<>]*)>");
    private static final Pattern TITLE = Pattern.compile(
            "\\b(Mr|Mrs|Ms|Miss|Dr|Prof|Professor|M|Mme|Mlle|Monsieur|Madame|Mademoiselle|Docteur|Ma\u00eetre)(\\.?) (?=\\{PERSON)");

    /** Titles that stand before a person are labelled. */
    EntityTemplate {
        text = TITLE.matcher(text).replaceAll("{TITLE=$1$2} ");
    }

    boolean hasEntity() {
        return text.matches("(?s).*\\{[A-Z].*");
    }

    /** The text with one chosen of each choice. */
    String chosen(Random random) {
        return CHOICE.matcher(text)
                .replaceAll(choice -> java.util.regex.Matcher.quoteReplacement(
                        Pick.one(random, choice.group(1).split("\\|", -1))));
    }
}
