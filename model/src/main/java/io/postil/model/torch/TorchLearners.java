package io.postil.model.torch;

import ai.djl.Device;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import io.postil.model.Head;
import io.postil.model.checkpoint.Adapter;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.checkpoint.LoraConfig;
import io.postil.model.checkpoint.ModelConfig;
import io.postil.model.text.Tokenizer;
import io.postil.model.train.Fitting;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens models for training with the PyTorch engine. */
public final class TorchLearners {
    private final BaseModels bases;
    private final TorchOptions options;
    private final Device device;

    /**
     * Opens nothing yet.
     *
     * @throws IllegalArgumentException if there is no such device here, naming those there are
     */
    public TorchLearners(BaseModels bases, TorchOptions options) {
        this.bases = bases;
        this.options = options;
        this.device = Devices.find(options.device());
    }

    /**
     * Begins with a base and a new head.
     *
     * @param base a known name, which stands as it is in the adapters that are saved; or a folder, which stands there absolute
     * @param labels in the order of the logits; for a token head see {@link io.postil.model.text.TagSet#labelsFor}
     * @throws CheckpointException if the base cannot be opened, naming file and reason
     */
    public Learner begin(String base, Head head, List<String> labels, LearnerOptions how) {
        boolean known = bases.find(base).isPresent();
        Path folder = bases.find(base).orElseGet(() -> Path.of(base).toAbsolutePath());
        Checkpoint checkpoint = Checkpoint.open(folder, bases);
        if (checkpoint.adapter().isPresent()) {
            throw new CheckpointException(base + ": is an adapter, expected full weights as a base");
        }
        ModelConfig config = checkpoint.config().with(head, labels);
        return how.fitting() instanceof Fitting.LowRank part
                ? newAdapter(checkpoint, config, known ? base : folder.toString(), part, how)
                : open(checkpoint, config, Optional.empty(), JsonFile.object(), how);
    }

    /** Goes on from a checkpoint, with its labels. */
    public Learner resume(Path folder, LearnerOptions how) {
        return resume(folder, Checkpoint.open(folder, bases).config().labels(), how);
    }

    /**
     * Goes on from a checkpoint. An adapter's own ranks and modules stay, whatever the options say, unless they ask for full training;
     * that, and a new adapter, begin from merged weights. Other labels than the checkpoint's begin with a new classifier.
     *
     * @throws CheckpointException if the checkpoint cannot be opened, naming file and reason
     */
    public Learner resume(Path folder, List<String> labels, LearnerOptions how) {
        Checkpoint checkpoint = Checkpoint.open(folder, bases);
        checkpoint.config().requireOneLabelAnAnswer(folder);
        boolean same = checkpoint.config().labels().equals(labels);
        ModelConfig config = same ? checkpoint.config() : checkpoint.config().with(checkpoint.head(), labels);
        if (!(how.fitting() instanceof Fitting.LowRank part)) {
            return open(checkpoint, config, Optional.empty(), JsonFile.object(), how);
        }
        if (checkpoint.adapter().isEmpty()) {
            return newAdapter(checkpoint, config, folder.toAbsolutePath().toString(), part, how);
        }
        LoraConfig lora = checkpoint.adapter().get().config();
        ObjectNode json = JsonFile.read(folder.resolve("adapter_config.json"));
        if (bases.find(lora.base()).isEmpty()) {
            json.put(
                    "base_model_name_or_path",
                    checkpoint.baseFolder().toAbsolutePath().toString());
        }
        return open(checkpoint, config, Optional.of(lora), json, how);
    }

    /** What the head has and the base lacks begins with new weights, which must be stored. */
    private Learner newAdapter(
            Checkpoint checkpoint, ModelConfig config, String base, Fitting.LowRank part, LearnerOptions how) {
        Head head = config.head().orElseThrow();
        Set<String> whole = new LinkedHashSet<>(part.modulesToSave());
        whole.add("classifier");
        config.encoder().headSlots(head, config.labels().size()).stream()
                .filter(slot -> !checkpoint.base().names().contains(slot.name()))
                .map(slot -> slot.name().substring(0, slot.name().indexOf('.')))
                .forEach(whole::add);
        List<String> modules = List.copyOf(whole);
        List<String> targets = part.targets().isEmpty() ? config.encoder().queriesAndValues() : part.targets();
        var filled = new Fitting.LowRank(part.rank(), part.alpha(), part.dropout(), targets, modules);
        LoraConfig lora = LoraConfig.of(base, part.rank(), part.alpha(), part.dropout(), targets, modules);
        Adapter.wanted(lora, config.encoder(), config.slots());
        return open(checkpoint, config, Optional.of(lora), LearnerFolder.adapterConfig(base, head, filled), how);
    }

    private Learner open(
            Checkpoint checkpoint,
            ModelConfig config,
            Optional<LoraConfig> lora,
            ObjectNode adapterConfig,
            LearnerOptions how) {
        TrainedModel model = TrainedModel.of(checkpoint, config, lora, how);
        LearnerFolder folder = new LearnerFolder(checkpoint, model, adapterConfig);
        Tokenizer tokenizer = TorchTokenizer.open(checkpoint);
        try {
            TorchModule module = TorchModule.load(model.script(how), options.threads(), device, true);
            var cut = TokenizerSettings.of(checkpoint).cut();
            return new TorchLearner(tokenizer, cut, module, folder, Reading.of(checkpoint), how);
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }
}
