package io.postil.model.torch;

import ai.djl.Device;
import io.postil.model.Numeric;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.text.Tokenizer;
import java.util.List;

/** What is open of a checkpoint: its tokenizer, and its model for inference. */
record OpenModel(Tokenizer tokenizer, TorchModule module, Scorer scorer, Running running) implements AutoCloseable {

    /** Opens a model that computes in some numbers, or in the best ones where they are left open. */
    static OpenModel open(Checkpoint checkpoint, TorchOptions options, Numeric numeric) {
        Device device = Devices.find(options.device());
        Tokenizer tokenizer = TorchTokenizer.open(checkpoint);
        try {
            NumericRace.Won won = numeric == Numeric.AUTO
                    ? NumericRace.run(checkpoint, options, device, tokenizer)
                    : new NumericRace.Won(
                            InferenceModule.load(checkpoint, options.threads(), device, numeric),
                            new Running(numeric, Devices.name(device).name(), List.of()));
            int pad = checkpoint.config().encoder().padTokenId();
            Scorer scorer = new Scorer(won.module(), checkpoint.head(), pad);
            return new OpenModel(tokenizer, won.module(), scorer, won.running());
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
