package io.postil.privacy.policy;

/** What is done with a field other than the text. */
public sealed interface FieldPolicy {
    /** It is left out. */
    record Drop() implements FieldPolicy {}

    /** It stays as it is. */
    record Keep() implements FieldPolicy {}

    /** What is found in it is masked as in the text. */
    record Find() implements FieldPolicy {}

    /**
     * The whole of it is personal data.
     *
     * @param type as which it is replaced
     */
    record Whole(String type, Operator operator) implements FieldPolicy {}
}
