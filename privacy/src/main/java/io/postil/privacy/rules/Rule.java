package io.postil.privacy.rules;

import java.util.List;

/** Finds one kind of personal data. Stateless, so safe for use by many threads; its time grows linearly with the text. */
interface Rule {
    /** Short and for ever: it stands in findings. */
    String name();

    /** The entity type of what it finds. */
    String type();

    /** What it finds, in a few words for the reference page. */
    String about();

    /** The lists of words that it goes by. */
    default List<Words> words() {
        return List.of();
    }

    /** Tells {@code found} every place in {@code reading}; places may overlap. */
    void find(Reading reading, Found found);

    /** Takes what a rule finds. */
    @FunctionalInterface
    interface Found {
        /** The place {@code [start, end)} in the text of the reading. */
        void at(int start, int end, double score);
    }
}
