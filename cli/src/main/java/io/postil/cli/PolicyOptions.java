package io.postil.cli;

import io.postil.privacy.policy.Policy;
import io.postil.privacy.policy.PolicyException;
import io.postil.privacy.policy.PolicyFile;
import io.postil.privacy.replace.Conversations;
import io.postil.privacy.replace.MemoryInProcess;
import io.postil.privacy.seal.ConversationKeyFile;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.MemoryConversationKeys;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What becomes of personal data, and the keys for it; the options of the commands that mask or turn back. */
final class PolicyOptions {
    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "What becomes of each type (YAML); each is replaced with its name where this is not given.")
    private Path policy;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "The key file, for policies with operators that need keys; its first key wraps those of conversations.")
    private Path keys;

    @Option(
            names = "--conversation-keys",
            paramLabel = "FILE",
            description =
                    "Where the keys of conversations are kept, wrapped; beside the key file, with .conversations at its "
                            + "end, where this is not given.")
    private Path conversationKeys;

    private ConversationKeyFile kept;

    Path keys() {
        return keys;
    }

    boolean isGiven() {
        return policy != null;
    }

    Policy policy() {
        try {
            return policy == null ? Policy.standard() : PolicyFile.read(policy);
        } catch (PolicyException e) {
            throw new UsageException("--policy: " + e.getMessage());
        }
    }

    /** The conversations, with keys that are kept where a key file is given. */
    Conversations conversations(Policy used) {
        if (keys == null && !used.keyed().isEmpty()) {
            throw new UsageException("--keys: not given, and the policy has " + String.join(", ", used.keyed())
                    + " (expected a key file)");
        }
        if (keys == null) {
            return new Conversations(used, new MemoryConversationKeys(), new MemoryInProcess());
        }
        kept = ConversationKeyFile.open(conversationKeys(), KeyRing.read(keys));
        return new Conversations(used, kept, new MemoryInProcess());
    }

    /** Keeps the keys that were made. */
    void save() {
        if (kept != null) {
            kept.save();
        }
    }

    private Path conversationKeys() {
        return conversationKeys == null ? keys.resolveSibling(keys.getFileName() + ".conversations") : conversationKeys;
    }
}
