package io.postil.privacy.seal;

import java.util.Optional;

/** The keys of conversations. A key that is forgotten is gone for ever, and with it all that only it could open. */
public interface ConversationKeys {

    /**
     * The key of a conversation; a new one where it has none.
     *
     * @throws KeyRingException when it cannot be read, opened or kept
     */
    ConversationKey of(String conversation);

    /** The key of a conversation, if it has one. */
    Optional<ConversationKey> find(String conversation);

    /** Forgets the key of a conversation; returns whether there was one. */
    boolean forget(String conversation);
}
