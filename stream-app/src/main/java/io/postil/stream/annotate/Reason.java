package io.postil.stream.annotate;

/** Why a record became a dead letter; {@code reason} of the record, by these names. */
public enum Reason {
    /** The value is not in Confluent's wire format, or not Avro of the schema that it names. */
    NOT_AVRO,
    /** The registry does not know the schema that the value names. */
    UNKNOWN_SCHEMA,
    /** The value's schema cannot be read as an utterance. */
    WRONG_SCHEMA,
    /** There is no value. */
    NULL_VALUE,
    /** The utterance has no id, so nothing could refer to its annotation. */
    NO_ID,
    /** The text has nothing but white space. */
    BLANK,
    /** Text and pair together have more code units than the setting {@code text.max} allows. */
    TOO_LONG,
    /** A model failed on the utterance, alone too. */
    MODEL_FAILED,
    /** The masking of personal data failed. */
    MASKING_FAILED,
    /** The entity model has not read the whole text, so masking cannot be guaranteed. */
    NOT_COVERED,
    /** The annotation, or the sealed original, would not fit its topic. */
    TOO_LARGE;

    /** Whether its producer should have sent another record; else a good message was stopped. */
    boolean blamesTheRecord() {
        return this != MODEL_FAILED && this != MASKING_FAILED && this != NOT_COVERED;
    }
}
