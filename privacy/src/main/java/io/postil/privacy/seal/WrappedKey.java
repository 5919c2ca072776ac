package io.postil.privacy.seal;

/**
 * The key of a conversation as it is kept.
 *
 * @param name of the conversation, as {@link WrappedKeys#nameOf} makes it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record WrappedKey(String name, byte[] bytes) {}
