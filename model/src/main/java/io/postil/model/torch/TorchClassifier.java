package io.postil.model.torch;

import io.postil.model.Classifier;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import io.postil.model.text.Encoded;
import io.postil.model.text.Tokenizer;
import io.postil.model.torch.WindowedReader.Tokenized;
import java.util.List;

/** A classifier whose model runs in the PyTorch engine. */
final class TorchClassifier implements Classifier {
    private final ModelInfo info;
    private final Tokenizer tokenizer;
    private final OpenModel model;
    private final WindowedReader reader;

    /** Owns the model. */
    TorchClassifier(ModelInfo info, OpenModel model, WindowedReader reader) {
        this.info = info;
        this.tokenizer = model.tokenizer();
        this.model = model;
        this.reader = reader;
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** Tokens mean something to the tokenizer that made them only. */
    private record Own(Input input, Encoded encoded, Tokenizer by) implements Prepared {

        @Override
        public int tokens() {
            return encoded.size();
        }
    }

    @Override
    public Prepared prepare(Input input) {
        return encode(input);
    }

    private Own encode(Input input) {
        return new Own(input, tokenizer.encode(input), tokenizer);
    }

    @Override
    public List<Prediction> answer(List<? extends Prepared> inputs) {
        return reader.read(inputs.stream().map(this::tokenized).toList());
    }

    private Tokenized tokenized(Prepared prepared) {
        Own own = prepared instanceof Own found && found.by() == tokenizer ? found : encode(prepared.input());
        return new Tokenized(own.input(), own.encoded());
    }

    @Override
    public double padding() {
        return model.scorer().padding();
    }

    @Override
    public void close() {
        model.close();
    }
}
