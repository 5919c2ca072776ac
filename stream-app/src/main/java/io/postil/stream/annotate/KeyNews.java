package io.postil.stream.annotate;

import io.postil.privacy.seal.WrappedKey;

/** Hears of the keys of conversations, so that who reads what they sealed can find them. */
interface KeyNews {

    /** A key is new, or is wrapped anew. */
    void kept(String keyId, WrappedKey key);

    /** A key is deleted. */
    void forgotten(String keyId);
}
