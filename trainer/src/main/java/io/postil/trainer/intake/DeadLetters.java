package io.postil.trainer.intake;

import io.postil.privacy.seal.Sealer;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.SealContext;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Writes dead letters of one topic. */
record DeadLetters(String topic, Sealer sealer) {

    /**
     * @param value as it was read; may be null
     * @param detail for a person; holds no text of the record
     */
    DeadLetter of(int partition, long offset, byte[] value, String reason, String detail, Instant at) {
        return DeadLetter.newBuilder()
                .setTopic(topic)
                .setPartition(partition)
                .setOffset(offset)
                .setReason(reason)
                .setDetail(detail)
                .setSealed(value == null ? null : sealed(value, partition, offset))
                .setAt(at)
                .build();
    }

    private ByteBuffer sealed(byte[] value, int partition, long offset) {
        return ByteBuffer.wrap(sealer.seal(value, SealContext.deadLetter(topic, partition, offset)));
    }
}
