package io.postil.schemas;

import java.nio.charset.StandardCharsets;

/**
 * What a seal in a record is bound to, so that it opens in that place only. Whoever seals and whoever opens take the context
 * from here.
 */
public final class SealContext {

    private SealContext() {}

    /** Of {@link Original} and of {@link Example}: a sealed utterance may move from one to the other as it is. */
    public static byte[] utterance(String utteranceId) {
        return bytes("utterance\n" + utteranceId);
    }

    /** Of {@link DeadLetter}: where the record stood that could not be processed. */
    public static byte[] deadLetter(String topic, int partition, long offset) {
        return bytes("dead-letter\n" + topic + "\n" + partition + "\n" + offset);
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
