package io.postil.privacy.seal;

import io.postil.privacy.seal.SealException.Reason;
import java.util.Optional;
import java.util.function.Function;

/** Opens seals, whether a key of the key file has made them or that of a conversation. Threading: as what finds kept keys. */
public final class Unsealer {
    private final Sealer sealer;
    private final WrappedKeys wrapping;
    private final Function<String, Optional<WrappedKey>> kept;

    /**
     * Opens with these keys.
     *
     * @param kept finds the key of a conversation by its id
     */
    public Unsealer(KeyRing master, Function<String, Optional<WrappedKey>> kept) {
        this.sealer = new Sealer(master);
        this.wrapping = new WrappedKeys(master);
        this.kept = kept;
    }

    /**
     * Opens a seal.
     *
     * @throws SealException when it is no seal, its key is unknown or forgotten, or it does not belong to {@code context}
     */
    public byte[] open(byte[] sealed, byte[] context) {
        var id = Sealer.keyId(sealed);
        return ConversationKey.isId(id) ? key(id).sealer().open(sealed, context) : sealer.open(sealed, context);
    }

    /**
     * The key of a conversation.
     *
     * @throws SealException when it is forgotten, or the key that wrapped it is unknown
     */
    public ConversationKey key(String id) {
        var wrapped = kept.apply(id)
                .orElseThrow(() -> new SealException(
                        Reason.FORGOTTEN,
                        "sealed with key " + id + " of a conversation, which is not kept: forgotten"));
        return wrapping.unwrap(wrapped.name(), wrapped.bytes());
    }
}
