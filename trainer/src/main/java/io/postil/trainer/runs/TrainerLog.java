package io.postil.trainer.runs;

import io.postil.privacy.seal.WrappedKey;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The trainer's topics, as far as runs read and write them. Threading: one thread. */
interface TrainerLog extends AutoCloseable {

    /**
     * Reads on to the end of the topics, as it is now.
     *
     * @throws LogException if the topics could not be read; the next call goes on from where this one stopped
     */
    void follow(Ledger ledger);

    /**
     * Writes all of it or nothing.
     *
     * @throws FencedException if another trainer has taken over
     * @throws LogException if it could not be written, or it is not known whether it was: {@link #follow} will tell
     */
    void publish(Publication publication);

    /**
     * The keys of conversations, as the topic has them now: what is not among them is forgotten.
     *
     * @param ids of the keys that are wanted
     * @throws LogException if the topic could not be read to its end
     */
    Map<String, WrappedKey> keys(Set<String> ids);

    /**
     * Deletes examples, all or none; {@link #follow} tells the ledger.
     *
     * @throws FencedException if another trainer has taken over
     * @throws LogException as {@link #publish}
     */
    void erase(Collection<String> examples);

    @Override
    void close();
}
