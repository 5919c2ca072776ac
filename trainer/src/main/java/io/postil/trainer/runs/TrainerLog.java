package io.postil.trainer.runs;

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

    @Override
    void close();
}
