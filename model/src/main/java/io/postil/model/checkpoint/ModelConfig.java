package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a config.json says.
 *
 * @param head what the architecture has on top; empty for a bare encoder
 * @param labels in the order of the logits; empty for a bare encoder
 * @param headDropout before the classifier, in training
 * @param initializerRange standard deviation of newly made weights
 * @param json the file as it was read, to be written back with other labels
 */
public record ModelConfig(
        Encoder encoder,
        Optional<Head> head,
        List<String> labels,
        double headDropout,
        double initializerRange,
        ObjectNode json) {

    public ModelConfig {
        labels = List.copyOf(labels);
        json = json.deepCopy();
    }

    @Override
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** The same encoder under another head, as transformers would write it. */
    public ModelConfig with(Head newHead, List<String> newLabels) {
        ObjectNode changed = json.deepCopy();
        String architecture = newHead == Head.SEQUENCE ? "ForSequenceClassification" : "ForTokenClassification";
        changed.putArray("architectures").add("Bert" + architecture);
        ObjectNode byId = changed.putObject("id2label");
        ObjectNode byLabel = changed.putObject("label2id");
        for (int id = 0; id < newLabels.size(); id++) {
            byId.put(Integer.toString(id), newLabels.get(id));
            byLabel.put(newLabels.get(id), id);
        }
        changed.remove(List.of("num_labels", "_name_or_path", "problem_type"));
        return new ModelConfig(encoder, Optional.of(newHead), newLabels, headDropout, initializerRange, changed);
    }

    /** Every tensor the checkpoint must have: the encoder's, then the head's. */
    public List<Encoder.Slot> slots() {
        List<Encoder.Slot> slots = new ArrayList<>(encoder.slots());
        head.ifPresent(kind -> slots.addAll(encoder.headSlots(kind, labels.size())));
        return List.copyOf(slots);
    }
}
