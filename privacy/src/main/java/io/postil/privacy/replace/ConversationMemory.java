package io.postil.privacy.replace;

import java.util.List;

/**
 * What a conversation remembers of what was found in it: marks made with its key, no text. Without the key they say nothing. For one
 * thread.
 */
public interface ConversationMemory {
    /** The marks of a conversation, in the order in which they came. */
    List<Mark> recall(String conversation);

    /** Adds marks to a conversation. */
    void remember(String conversation, List<Mark> marks);

    /**
     * A value that was found.
     *
     * @param digest of the value without case, accents and signs, under the conversation's key, in Base64
     * @param number its place among those of its type, from 1; 0 where it is part of another, such as a last name
     * @param words how many words it has
     */
    record Mark(String digest, String type, int number, int words) {}
}
