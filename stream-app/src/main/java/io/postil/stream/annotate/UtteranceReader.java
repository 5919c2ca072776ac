package io.postil.stream.annotate;

import io.postil.privacy.policy.Policy;
import io.postil.schemas.RegistryUnavailableException;
import io.postil.schemas.UndecodableException;
import io.postil.schemas.Utterance;
import io.postil.stream.annotate.Outcome.Dead;
import java.util.Optional;
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
    private final Policy policy;
    private final int maxText;

    /**
     * Reads with the given deserialiser.
     *
     * @param policy says which fields are looked through, as the text is
     * @param maxText the most code units of text, pair and such fields together
     */
    UtteranceReader(Deserializer<Utterance> deserializer, Policy policy, int maxText) {
        this.deserializer = deserializer;
        this.policy = policy;
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
            return refused(utterance, Reason.NO_ID, "the utterance's id is empty");
        }
        if (utterance.getText().isBlank()) {
            return refused(utterance, Reason.BLANK, "the text has nothing but white space");
        }
        long length = utterance.getText().length() + pairLength(utterance) + LookedThrough.length(utterance, policy);
        if (length > maxText) {
            String detail = "text, pair and fields to look through have " + length + " code units; at most " + maxText
                    + " are read";
            return refused(utterance, Reason.TOO_LONG, detail);
        }
        return new Reading.Legible(utterance);
    }

    private static long pairLength(Utterance utterance) {
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
        return new Reading.Poison(new Dead(reason, detail, Optional.empty()));
    }

    private static Reading refused(Utterance utterance, Reason reason, String detail) {
        return new Reading.Poison(new Dead(reason, detail, Optional.of(utterance)));
    }
}
