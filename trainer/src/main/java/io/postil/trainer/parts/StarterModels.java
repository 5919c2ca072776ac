package io.postil.trainer.parts;

import io.postil.model.store.FolderWriter;
import java.util.List;

/** The checkpoints that a fresh installation begins with. */
public interface StarterModels {

    List<StarterModel> all();

    /**
     * A first checkpoint.
     *
     * @param base what its weights were made from
     * @param files writes the checkpoint folder, manifest apart
     */
    record StarterModel(Task task, String base, FolderWriter files) {}
}
