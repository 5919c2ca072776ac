package io.postil.model.torch;

import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.batch.InBatches;
import io.postil.model.text.Tokenizer;
import io.postil.model.torch.WindowedReader.Tokenized;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.TrainingItem;
import java.nio.file.Path;
import java.util.List;

/** A model trained by the PyTorch engine. */
final class TorchLearner implements Learner {
    /** Tokens, and inputs, of one native call when answering. */
    private static final int TOKENS_PER_CALL = 2048;

    private static final int INPUTS_PER_CALL = 64;

    private final Tokenizer tokenizer;
    private final TorchModule module;
    private final WindowedReader reader;
    private final Targets.Maker targets;
    private final float[] importance;
    private final LearnerFolder folder;
    private final long seed;
    private long steps;

    TorchLearner(
            Tokenizer tokenizer, TorchModule module, LearnerFolder folder, Reading reading, LearnerOptions options) {
        var config = folder.model().config();
        int pad = config.encoder().padTokenId();
        var head = config.head().orElseThrow();
        this.tokenizer = tokenizer;
        this.module = module;
        this.folder = folder;
        this.reader = new WindowedReader(new Scorer(module, head, pad), head, config.labels(), reading);
        int longest = Math.min(options.longest(), config.encoder().maxTokens());
        this.targets = new Targets.Maker(tokenizer, config.labels(), longest, pad);
        this.importance = importance(config.labels(), options);
        this.seed = options.seed();
        module.call("start");
    }

    private static float[] importance(List<String> labels, LearnerOptions options) {
        float[] importance = new float[labels.size()];
        for (int i = 0; i < importance.length; i++) {
            importance[i] =
                    options.labelWeights().getOrDefault(labels.get(i), 1.0).floatValue();
        }
        return importance;
    }

    @Override
    public double step(List<? extends TrainingItem> batch, double learningRate) {
        Targets wanted = targets.of(batch);
        if (wanted.isEmpty()) {
            return 0;
        }
        return module.step(wanted.batch(), wanted.labels(), importance, learningRate, seed * 1_000_003 + steps++);
    }

    @Override
    public List<Prediction> classify(List<Input> inputs) {
        return InBatches.classify(
                reader::read,
                inputs.stream()
                        .map(input -> new Tokenized(input, tokenizer.encode(input)))
                        .toList(),
                input -> input.tokens().size(),
                TOKENS_PER_CALL,
                INPUTS_PER_CALL);
    }

    @Override
    public void keep() {
        module.call("keep");
    }

    @Override
    public void restore() {
        module.call("restore");
    }

    @Override
    public void save(Path target) {
        folder.write(target, module);
    }

    @Override
    public void close() {
        module.close();
        tokenizer.close();
    }
}
