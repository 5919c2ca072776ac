package io.postil.model.torch;

import io.postil.model.Input;
import io.postil.model.Numeric;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.text.Encoded;
import io.postil.model.text.Truncation;
import java.nio.file.Path;
import java.util.List;

/**
 * A model's bare answers: token ids, spans and logits in 32-bit floats, without windows, each input cut at the tokenizer's maximum
 * length. For comparing with other libraries. Threading: from several threads at once.
 */
public final class RawPredictions implements AutoCloseable {
    private final OpenModel model;
    private final int longest;

    private RawPredictions(OpenModel model, int longest) {
        this.model = model;
        this.longest = longest;
    }

    /**
     * Opens a checkpoint folder.
     *
     * @throws io.postil.model.CheckpointException naming file and reason
     */
    public static RawPredictions open(Path folder, BaseModels bases, TorchOptions options) {
        Checkpoint checkpoint = Checkpoint.open(folder, bases);
        int longest = TokenizerSettings.of(checkpoint).longest();
        return new RawPredictions(OpenModel.open(checkpoint, options, Numeric.FP32), longest);
    }

    /** Answers for one input. */
    public RawPrediction predict(Input input) {
        Encoded tokens = Truncation.longestFirst(model.tokenizer().encode(input), longest);
        return new RawPrediction(tokens, model.scorer().score(List.of(tokens)).get(0));
    }

    @Override
    public void close() {
        model.close();
    }
}
