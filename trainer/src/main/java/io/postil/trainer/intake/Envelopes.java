package io.postil.trainer.intake;

import io.postil.privacy.seal.Sealer;
import io.postil.schemas.Correction;
import java.nio.charset.StandardCharsets;

/** Corrections on their way through internal topics and stores: sealed, since they may hold a whole utterance. */
record Envelopes(Wire<Correction> wire, Sealer sealer) {
    private static final byte[] CONTEXT = "correction".getBytes(StandardCharsets.US_ASCII);

    /** @param sent a correction as it stands in the feedback topic */
    byte[] close(byte[] sent) {
        return sealer.seal(sent, CONTEXT);
    }

    byte[] open(byte[] envelope) {
        return sealer.open(envelope, CONTEXT);
    }

    Correction read(byte[] envelope) {
        return wire.read(open(envelope));
    }
}
