package io.postil.stream.annotate;

import io.postil.privacy.policy.FieldPolicy;
import io.postil.privacy.policy.Policy;
import io.postil.schemas.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The fields beside the texts in which the policy has personal data looked for. */
final class LookedThrough {

    private LookedThrough() {}

    /** The speaker, then attributes by key; blank ones hold nothing. */
    static List<String> of(Utterance utterance, Policy policy) {
        List<String> values = new ArrayList<>();
        if (policy.speaker() instanceof FieldPolicy.Find && utterance.getSpeaker() != null) {
            values.add(utterance.getSpeaker());
        }
        new TreeMap<>(utterance.getAttributes()).forEach((key, value) -> {
            if (policy.attribute(key) instanceof FieldPolicy.Find) {
                values.add(value);
            }
        });
        values.removeIf(String::isBlank);
        return values;
    }

    /** Code units of all of them. */
    static long length(Utterance utterance, Policy policy) {
        return of(utterance, policy).stream().mapToLong(String::length).sum();
    }
}
