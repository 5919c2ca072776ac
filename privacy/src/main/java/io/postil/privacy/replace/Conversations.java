package io.postil.privacy.replace;

import io.postil.privacy.policy.Policy;
import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.ConversationKeys;
import java.util.function.Supplier;

/** Treats findings as a policy says, each conversation by its own key. */
public final class Conversations {
    private final Policy policy;
    private final ConversationKeys keys;
    private final ConversationMemory memory;

    /**
     * With keys and memory of its own; used by one thread at a time.
     *
     * @param keys asked only where the policy has an operator that needs a key, or something is remembered
     */
    public Conversations(Policy policy, ConversationKeys keys, ConversationMemory memory) {
        this.policy = policy;
        this.keys = keys;
        this.memory = memory;
    }

    /** The treatment of one conversation's next texts. What it found is remembered when it is closed. */
    public Conversation of(String id) {
        Supplier<ConversationKey> key = () -> keys.of(id);
        return new Conversation(policy, key, new Recollection(id, memory, key));
    }

    /**
     * What turns masked texts of a conversation back.
     *
     * @throws UnmaskingException when the conversation has no key, or no longer
     */
    public Unmasker unmasker(String id) {
        Supplier<ConversationKey> key = () -> keys.find(id)
                .orElseThrow(() ->
                        new UnmaskingException("the conversation has no key: it was forgotten, or never had one"));
        return new Unmasker(policy, new Treating(key, (type, value) -> 0));
    }
}
