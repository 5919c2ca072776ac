package io.postil.model.torch;

import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.batch.InBatches;
import io.postil.model.checkpoint.ParameterCount;
import io.postil.model.text.Tokenizer;
import io.postil.model.text.Truncation;
import io.postil.model.torch.WindowedReader.Tokenized;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.TrainingItem;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final LabelWeights importance;
    private final LearnerFolder folder;
    private final LearnerOptions options;
    private final LearnerState state;
    private final boolean byRow;
    private long steps;

    /** @param cut what is not learned from of a text that is longer than the options let it be */
    TorchLearner(
            Tokenizer tokenizer,
            Truncation.Cut cut,
            TorchModule module,
            LearnerFolder folder,
            Reading reading,
            LearnerOptions options) {
        var config = folder.model().config();
        int pad = config.encoder().padTokenId();
        var head = config.head().orElseThrow();
        this.tokenizer = tokenizer;
        this.module = module;
        this.folder = folder;
        this.reader = new WindowedReader(new Scorer(module, head, pad), head, config.labels(), reading);
        int longest = Math.min(options.longest(), config.encoder().maxTokens());
        this.targets = new Targets.Maker(tokenizer, config.labels(), options.alignment(), longest, cut, pad);
        this.importance = new LabelWeights(config.labels(), options.labelWeights());
        this.options = options;
        this.state = new LearnerState(module, folder.model().state());
        this.byRow = folder.model().hasTable();
        module.call("start");
    }

    @Override
    public int tokens(Input input) {
        return Math.min(tokenizer.encode(input).size(), targets.longest());
    }

    @Override
    public double step(List<? extends TrainingItem> batch, double learningRate) {
        List<Targets> parts = parts(batch);
        double weight =
                parts.stream().mapToDouble(part -> importance.of(part.labels())).sum();
        if (weight == 0) {
            return 0;
        }
        Rows rows = byRow ? Rows.of(parts.stream().map(Targets::batch).toList(), targets.padTokenId()) : Rows.NONE;
        double loss = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            StepPart step = new StepPart(parts.get(i), importance, rows, weight, learningRate, i == 0, last);
            loss += module.step(step, (options.seed() * 1_000_003 + steps) * 31 + i);
        }
        steps++;
        return loss;
    }

    private List<Targets> parts(List<? extends TrainingItem> batch) {
        List<Targets> parts = new ArrayList<>();
        for (int i = 0; i < batch.size(); i += options.itemsAtOnce()) {
            parts.add(targets.of(batch.subList(i, Math.min(batch.size(), i + options.itemsAtOnce()))));
        }
        return parts;
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
    public ParameterCount parameters() {
        return folder.model().count();
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
    public void saveState(Path file) {
        state.write(file);
    }

    @Override
    public void loadState(Path file) {
        steps = state.load(file);
    }

    @Override
    public void close() {
        module.close();
        tokenizer.close();
    }
}
