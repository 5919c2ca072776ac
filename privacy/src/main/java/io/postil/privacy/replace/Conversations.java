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
        var key = once(() -> keys.of(id));
        return new Conversation(policy, key, new Recollection(id, memory, key));
    }

    /** The treatment of texts of no conversation: by a key that is kept nowhere, so that nothing is remembered, or comes back. */
    public Conversation alone() {
        var key = once(ConversationKey::create);
        return new Conversation(policy, key, new Recollection("", new MemoryInProcess(), key));
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

    /** Turns back what was masked by a policy with one key. */
    public static Unmasker unmasker(Policy policy, ConversationKey key) {
        return new Unmasker(policy, new Treating(() -> key, (type, value) -> 0));
    }

    private static Supplier<ConversationKey> once(Supplier<ConversationKey> finding) {
        return new Supplier<>() {
            private ConversationKey found;

            @Override
            public ConversationKey get() {
                if (found == null) {
                    found = finding.get();
                }
                return found;
            }
        };
    }
}
