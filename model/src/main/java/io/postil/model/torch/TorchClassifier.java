package io.postil.model.torch;

import io.postil.model.Classifier;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import io.postil.model.text.Token;
import io.postil.model.text.Tokenizer;
import java.util.List;

/** A classifier whose model runs in the PyTorch engine, in 32-bit floats. */
final class TorchClassifier implements Classifier {
    private final ModelInfo info;
    private final Tokenizer tokenizer;
    private final TorchModule module;
    private final WindowedReader reader;

    TorchClassifier(ModelInfo info, Tokenizer tokenizer, TorchModule module, WindowedReader reader) {
        this.info = info;
        this.tokenizer = tokenizer;
        this.module = module;
        this.reader = reader;
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public List<Prediction> classify(List<Input> inputs) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        List<List<Token>> tokens = inputs.stream().map(tokenizer::encode).toList();
        return reader.read(inputs, tokens);
    }

    @Override
    public int tokens(Input input) {
        return tokenizer.encode(input).size();
    }

    @Override
    public void close() {
        module.close();
        tokenizer.close();
    }
}
