package io.postil.stream.annotate;

import io.postil.schemas.RegistryUnavailableException;
import io.postil.schemas.UndecodableException;
import io.postil.schemas.Utterance;
import io.postil.stream.annotate.Outcome.Dead;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Turns a record's value into an utterance, or says why it cannot be one. Threading: as its deserialiser. */
final class UtteranceReader {

    /** What a value turned out to be. */
    sealed interface Reading {

        record Legible(Utterance utterance) implements Reading {}

        record Poison(Dead outcome) implements Reading {}
    }

    private final Deserializer<Utterance> deserializer;
    private final int maxText;

    /**
     * Reads with the given deserialiser.
     *
     * @param maxText the most code units of text and pair together
     */
    UtteranceReader(Deserializer<Utterance> deserializer, int maxText) {
        this.deserializer = deserializer;
        this.maxText = maxText;
    }

    /**
     * Reads a value, which may be null.
     *
     * @throws RegistryUnavailableException if the schema could not be fetched, which says nothing of the value
     */
    Reading read(String topic, byte[] value) {
        if (value == null) {
            return poison(Reason.NULL_VALUE, "the record has no value");
        }
        try {
            return checked(deserializer.deserialize(topic, value));
        } catch (UndecodableException e) {
            return poison(reason(e), e.getMessage());
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (SerializationException e) {
            return foreign(e);
        }
    }

    /** A serde class of someone else has one exception for all; what it blames on input or output is not the value's fault. */
    private static Reading foreign(SerializationException e) {
        if (e.getCause() == null || e.getCause() instanceof RuntimeException) {
            return poison(Reason.NOT_AVRO, "the serde class cannot read the value");
        }
        throw e;
    }

    private Reading checked(Utterance utterance) {
        if (utterance.getId().isEmpty()) {
            return poison(Reason.NO_ID, "the utterance's id is empty");
        }
        if (utterance.getText().isBlank()) {
            return poison(Reason.BLANK, "the text has nothing but white space");
        }
        long length = (long) utterance.getText().length() + pairLength(utterance);
        if (length > maxText) {
            return poison(
                    Reason.TOO_LONG, "text and pair have " + length + " code units; at most " + maxText + " are read");
        }
        return new Reading.Legible(utterance);
    }

    private static int pairLength(Utterance utterance) {
        return utterance.getTextPair() == null ? 0 : utterance.getTextPair().length();
    }

    private static Reason reason(UndecodableException e) {
        return switch (e.reason()) {
            case NOT_AVRO -> Reason.NOT_AVRO;
            case UNKNOWN_SCHEMA -> Reason.UNKNOWN_SCHEMA;
            case WRONG_SCHEMA -> Reason.WRONG_SCHEMA;
        };
    }

    private static Reading poison(Reason reason, String detail) {
        return new Reading.Poison(new Dead(reason, detail));
    }
}
