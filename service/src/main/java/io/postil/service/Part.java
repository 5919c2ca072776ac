package io.postil.service;

import java.util.Optional;

/** Something that runs until it is closed, or fails for good. Threading: any thread may ask; one closes. */
public interface Part extends AutoCloseable {

    Health health();

    /** What stopped it for good, if anything did: the process should end with code 1. */
    Optional<String> failure();

    @Override
    void close();
}
