package io.postil.privacy.policy;

/** What is done with a found span. */
public sealed interface Operator {

    /** As it stands in a policy file and in results. */
    String name();

    /** Whether it needs the conversation's key. */
    default boolean isKeyed() {
        return true;
    }

    /** Whether who holds the key gets the original back. */
    default boolean isReversible() {
        return false;
    }

    /** The type: {@code [PERSON]}. */
    record Tag() implements Operator {
        @Override
        public String name() {
            return "tag";
        }

        @Override
        public boolean isKeyed() {
            return false;
        }
    }

    /** The type and a number, the same for the same value within a conversation: {@code [PERSON_1]}. */
    record Counter() implements Operator {
        @Override
        public String name() {
            return "counter";
        }
    }

    /** Nothing at all in its place. */
    record Redact() implements Operator {
        @Override
        public String name() {
            return "redact";
        }

        @Override
        public boolean isKeyed() {
            return false;
        }
    }

    /**
     * A sign for each letter and digit, the last few of them kept, but never more than a third.
     *
     * @param keepLast 0 or more
     */
    record Mask(int keepLast, String sign) implements Operator {
        @Override
        public String name() {
            return "mask";
        }

        @Override
        public boolean isKeyed() {
            return false;
        }
    }

    /** HMAC-SHA-256 of the value without case, accents, spaces and signs: {@code [PERSON:9f86d081884c7d65]}. */
    record Hash() implements Operator {
        @Override
        public String name() {
            return "hash";
        }
    }

    /** AES-256-GCM, another ciphertext each time. */
    record Encrypt() implements Operator {
        @Override
        public String name() {
            return "encrypt";
        }

        @Override
        public boolean isReversible() {
            return true;
        }
    }

    /** AES-SIV (RFC 5297), the same ciphertext for the same value within a conversation. */
    record EncryptDeterministic() implements Operator {
        @Override
        public String name() {
            return "encrypt-deterministic";
        }

        @Override
        public boolean isReversible() {
            return true;
        }
    }

    /** FF1 (NIST SP 800-38G): other digits, and other letters where there are some, in the same places. */
    record FormatPreserving() implements Operator {
        @Override
        public String name() {
            return "fpe";
        }

        @Override
        public boolean isReversible() {
            return true;
        }
    }

    /**
     * Dates moved by a number of days that is one for the whole conversation.
     *
     * @param days at most so many, either way
     * @param monthFirst whether {@code 1/2/2030} is in January
     */
    record DateShift(int days, boolean monthFirst) implements Operator {
        @Override
        public String name() {
            return "date-shift";
        }

        @Override
        public boolean isReversible() {
            return true;
        }
    }

    /** A made-up value of the same kind, the same for the same value within a conversation. */
    record Surrogate() implements Operator {
        @Override
        public String name() {
            return "surrogate";
        }
    }

    /** Stays as it is. */
    record Keep() implements Operator {
        @Override
        public String name() {
            return "keep";
        }

        @Override
        public boolean isKeyed() {
            return false;
        }
    }
}
