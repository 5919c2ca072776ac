package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import io.postil.model.Head;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a config.json says.
 *
 * @param head what the architecture has on top; empty for a bare encoder
 * @param labels in the order of the logits; empty for a bare encoder
 * @param initializerRange standard deviation of newly made weights
 * @param json the file as it was read, to be written back with other labels
 */
public record ModelConfig(
        Encoder encoder, Optional<Head> head, List<String> labels, double initializerRange, ObjectNode json) {

    public ModelConfig {
        labels = List.copyOf(labels);
        json = json.deepCopy();
    }

    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /**
     * Checks that an answer is one label, not numbers or several labels at once.
     *
     * @param folder for the message
     * @throws CheckpointException if {@code problem_type} asks for another answer, or one label makes it a regression
     */
    public void requireOneLabelAnAnswer(Path folder) {
        new ConfigKeys(folder.resolve("config.json"), json).require("problem_type", "single_label_classification");
        if (head.equals(Optional.of(Head.SEQUENCE)) && labels.size() == 1) {
            throw new CheckpointException(
                    folder.resolve("config.json") + ": id2label: " + labels + " is a regression: not supported");
        }
    }

    /** The same encoder under another head, as transformers would write it. */
    public ModelConfig with(Head newHead, List<String> newLabels) {
        ObjectNode changed = json.deepCopy();
        changed.putArray("architectures").add(Family.of(changed).architecture(newHead));
        ObjectNode byId = changed.putObject("id2label");
        ObjectNode byLabel = changed.putObject("label2id");
        for (int id = 0; id < newLabels.size(); id++) {
            byId.put(Integer.toString(id), newLabels.get(id));
            byLabel.put(newLabels.get(id), id);
        }
        changed.remove(List.of("num_labels", "_name_or_path", "problem_type"));
        return new ModelConfig(encoder, Optional.of(newHead), newLabels, initializerRange, changed);
    }

    /** Every tensor the checkpoint must have: the encoder's, then the head's. */
    public List<Encoder.Slot> slots() {
        List<Encoder.Slot> slots = new ArrayList<>(encoder.slots());
        head.ifPresent(kind -> slots.addAll(encoder.headSlots(kind, labels.size())));
        return List.copyOf(slots);
    }
}
