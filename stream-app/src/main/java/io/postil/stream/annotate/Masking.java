package io.postil.stream.annotate;

import io.postil.privacy.Masker;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.seal.KeyRing;

/**
 * How personal data is kept from whoever reads what leaves.
 *
 * @param masker finds by rules, and replaces
 * @param policy what becomes of what is found, and of the fields beside the texts
 * @param keys seal what has no conversation, and wrap the keys of conversations
 */
public record Masking(Masker masker, Policy policy, KeyRing keys) {}
