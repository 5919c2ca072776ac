package io.postil.privacy.replace;

import io.postil.privacy.Finder;
import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.Masker;
import io.postil.privacy.MaskingException;
import io.postil.privacy.Replacement;
import io.postil.privacy.Treatment;
import io.postil.privacy.policy.FieldPolicy;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.seal.ConversationKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A policy at work in one conversation. For one thread. */
public final class Conversation implements Treatment {
    private final Policy policy;
    private final Recollection recollection;
    private final Treating treating;
    private final Choosing choosing;

    Conversation(Policy policy, Supplier<ConversationKey> key, Recollection recollection) {
        this.policy = policy;
        this.recollection = recollection;
        this.treating = new Treating(key, recollection);
        this.choosing = new Choosing(policy, recollection);
    }

    @Override
    public List<Finding> choose(String text, List<Finding> findings) {
        return choosing.choose(text, findings);
    }

    @Override
    public Replacement replace(Finding finding, String original) {
        var operator = policy.of(finding.type())
                .orElseThrow(() -> new MaskingException("the policy has no entry for " + finding.type()))
                .operator();
        if (Repeats.isRepeated(finding.type())) {
            recollection.note(finding.type(), original);
        }
        return treating.replace(operator, finding.type(), original);
    }

    /**
     * What becomes of a field other than the text: the speaker, the second text, an attribute.
     *
     * @param masker finds where the policy says that there is something to find
     * @param model finds beside the masker's rules
     * @return nothing where it is dropped
     * @throws MaskingException when it cannot be masked for certain
     */
    public Optional<String> field(FieldPolicy field, String value, Masker masker, Finder model) {
        if (field instanceof FieldPolicy.Keep) {
            return Optional.of(value);
        } else if (field instanceof FieldPolicy.Find) {
            return Optional.of(masker.mask(value, model.find(value), this).text());
        } else if (field instanceof FieldPolicy.Whole whole && !value.isEmpty()) {
            var finding = new Finding(whole.type(), 0, value.length(), 1, Source.RULE, "field");
            return Optional.of(
                    treating.replace(whole.operator(), finding.type(), value).text());
        }
        return Optional.empty();
    }

    /** Lets the conversation's memory keep what was found. */
    public void remember() {
        recollection.keep();
    }
}
