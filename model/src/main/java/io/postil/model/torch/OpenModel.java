package io.postil.model.torch;

import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.text.Tokenizer;

/** What is open of a checkpoint: its tokenizer, and its model for inference. */
record OpenModel(Tokenizer tokenizer, TorchModule module, Scorer scorer) implements AutoCloseable {

    static OpenModel open(Checkpoint checkpoint, TorchOptions options) {
        Tokenizer tokenizer = TorchTokenizer.open(checkpoint);
        try {
            TorchModule module = InferenceModule.load(checkpoint, options);
            int pad = checkpoint.config().encoder().padTokenId();
            return new OpenModel(tokenizer, module, new Scorer(module, checkpoint.head(), pad));
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    @Override
    public void close() {
        module.close();
        tokenizer.close();
    }
}
