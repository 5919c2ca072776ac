package io.postil.model.hub;

/** Hears how a pull goes, on its thread. */
@FunctionalInterface
public interface PullListener {

    /**
     * Bytes of a file have come.
     *
     * @param have in all
     * @param size of the file; -1 where the hub does not say
     */
    void fetched(String file, long have, long size);
}
