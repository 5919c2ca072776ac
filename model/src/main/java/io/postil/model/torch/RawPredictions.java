package io.postil.model.torch;

import io.postil.model.ClassifierException;
import io.postil.model.Input;
import io.postil.model.Numeric;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;
import io.postil.model.text.Truncation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model's bare answers: token ids, spans and logits in 32-bit floats, without windows, each input cut at the tokenizer's maximum
 * length. For comparing with other libraries. Threading: from several threads at once.
 */
public final class RawPredictions implements AutoCloseable {
    private final OpenModel model;
    private final TokenizerSettings settings;

    private RawPredictions(OpenModel model, TokenizerSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /**
     * Opens a checkpoint folder.
     *
     * @throws io.postil.model.CheckpointException naming file and reason
     */
    public static RawPredictions open(Path folder, BaseModels bases, TorchOptions options) {
        Checkpoint checkpoint = Checkpoint.open(folder, bases);
        TokenizerSettings settings = TokenizerSettings.of(checkpoint);
        return new RawPredictions(OpenModel.open(checkpoint, options, Numeric.FP32), settings);
    }

    /** Answers for one input. */
    public RawPrediction predict(Input input) {
        return predict(List.of(input)).get(0);
    }

    /**
     * Answers for each input, in order, with one native call.
     *
     * @throws ClassifierException if an input has no tokens, not even special ones
     */
    public List<RawPrediction> predict(List<Input> inputs) {
        List<Encoded> rows = inputs.stream()
                .map(input ->
                        Truncation.longestFirst(model.tokenizer().encode(input), settings.longest(), settings.cut()))
                .toList();
        if (rows.stream().anyMatch(row -> row.size() == 0)) {
            throw new ClassifierException(
                    "an input has no tokens (expected a text, or a tokenizer that adds special ones)");
        }
        List<Logits> scored = model.scorer().score(rows);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new RawPrediction(rows.get(i), scored.get(i)))
                .toList();
    }

    @Override
    public void close() {
        model.close();
    }
}
