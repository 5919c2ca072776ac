package io.postil.starter.generate;

/**
 * A sentence with slots: {@code {TYPE}}, {@code {TYPE.form}} and {@code {PERSON.form#1}} are labelled, the number
 * naming a person who comes back in the same text; lower-case slots such as {@code {price}} are filled without a label.
 */
record EntityTemplate(String language, String text) {

    boolean hasSlot() {
        return text.indexOf('{') >= 0;
    }

    boolean hasEntity() {
        return text.matches("(?s).*\\{[A-Z].*");
    }
}
