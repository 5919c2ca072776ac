package io.postil.model.checkpoint;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the folder of a base model by the name that adapters call it, such as one of a hub. */
@FunctionalInterface
public interface BaseModels {

    Optional<Path> find(String name);

    /** Knows no names: adapters' bases are only looked up as paths. */
    static BaseModels none() {
        return name -> Optional.empty();
    }
}
