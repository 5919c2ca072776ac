package io.postil.stream.annotate;

import io.postil.privacy.Masker;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.replace.Conversation;
import io.postil.privacy.replace.Conversations;
import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.Sealer;
import io.postil.schemas.Utterance;
import java.util.Optional;

/**
 * What masks and seals for one stream task, by the keys and the memory of its own conversations. An utterance without a conversation
 * is sealed with the master key; where the policy makes what shall come back, it is a conversation by itself, called by its id.
 * Threading: the task's.
 */
final class Privacy {
    private final Masking masking;
    private final StoredKeys keys;
    private final StoredMemory memory;
    private final Conversations conversations;
    private final Sealer master;
    private final boolean isReversible;

    Privacy(Masking masking, StoredKeys keys, StoredMemory memory) {
        this.masking = masking;
        this.keys = keys;
        this.memory = memory;
        this.conversations = new Conversations(masking.policy(), keys, memory);
        this.master = new Sealer(masking.keys());
        this.isReversible = masking.policy().isReversible();
    }

    Masker masker() {
        return masking.masker();
    }

    Policy policy() {
        return masking.policy();
    }

    /** The conversation at work on an utterance; {@link #remember} ends it. */
    Conversation treatment(Utterance utterance) {
        return conversation(utterance).map(conversations::of).orElseGet(conversations::alone);
    }

    /** Lets the conversation's memory keep what was found, where the utterance has a conversation. */
    void remember(Utterance utterance, Conversation treatment) {
        if (conversation(utterance).isPresent()) {
            treatment.remember();
        }
    }

    /** Seals what belongs to an utterance. */
    Sealer sealer(Utterance utterance) {
        return conversation(utterance).map(keys::sealer).orElse(master);
    }

    /** Seals what belongs to nothing that could be read. */
    Sealer master() {
        return master;
    }

    /** The id of the key that an utterance is masked and sealed with, where it is its conversation's. */
    Optional<String> keyId(Utterance utterance) {
        return conversation(utterance).map(keys::of).map(ConversationKey::id);
    }

    /** Deletes the key of a conversation, and what is remembered of it; does nothing where neither is known. */
    void forget(String name) {
        keys.forgetNamed(name);
        memory.forgetNamed(name);
    }

    private Optional<String> conversation(Utterance utterance) {
        return Optional.ofNullable(utterance.getConversationId())
                .filter(id -> !id.isEmpty())
                .or(() -> isReversible ? Optional.of(utterance.getId()) : Optional.empty())
                .filter(id -> !id.isEmpty());
    }
}
