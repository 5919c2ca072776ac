package io.postil.model.checkpoint;

import io.postil.model.CheckpointException;
import io.postil.model.Head;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An opened checkpoint folder: full weights, a bare encoder to train from, or an adapter with its base. What it promises was
 * checked when it was opened: tensors are there, in the shapes that the configuration asks for, and no others.
 *
 * @param folder the one that was opened; an adapter's own
 * @param baseFolder where the full weights lie; the same folder but for an adapter
 * @param base full weights, without the adapter
 */
public record Checkpoint(Path folder, Path baseFolder, ModelConfig config, Tensors base, Optional<Adapter> adapter) {

    /**
     * Opens a folder.
     *
     * @throws CheckpointException naming file and reason
     */
    public static Checkpoint open(Path folder, BaseModels bases) {
        if (!Files.isDirectory(folder)) {
            throw new CheckpointException(folder + ": is not a folder");
        }
        Path adapterFile = folder.resolve("adapter_config.json");
        return Files.exists(adapterFile) ? withAdapter(folder, LoraConfigFile.read(adapterFile), bases) : full(folder);
    }

    /** The weights to infer with: the adapter, if there is one, folded into its base. */
    public Tensors weights() {
        return adapter.<Tensors>map(found -> new MergedTensors(base, found)).orElse(base);
    }

    /** A file of the folder or, where an adapter does not have it, of its base. */
    public Path file(String name) {
        Path own = folder.resolve(name);
        return Files.exists(own) ? own : baseFolder.resolve(name);
    }

    /** The head. */
    public Head head() {
        return config.head()
                .orElseThrow(() -> new CheckpointException(folder
                        + ": an encoder without a head cannot classify (architectures in config.json: expected one that ends in"
                        + " ForSequenceClassification or ForTokenClassification)"));
    }

    private static Checkpoint full(Path folder) {
        ModelConfig config = ConfigFile.read(folder.resolve("config.json"));
        NamedTensors tensors = NamedTensors.open(folder, config.encoder().prefix());
        tensors.check(folder, config.slots(), config.encoder().unused(), ignored(config));
        return new Checkpoint(folder, folder, config, tensors, Optional.empty());
    }

    /** What encoders without a head were saved with: a language model's head, or another. */
    private static List<String> ignored(ModelConfig config) {
        return config.head().isEmpty()
                ? Stream.concat(config.encoder().languageModel().stream(), config.encoder().headModules().stream())
                        .toList()
                : List.of();
    }

    private static Checkpoint withAdapter(Path folder, LoraConfig lora, BaseModels bases) {
        Path baseFolder = baseFolder(folder, lora.base(), bases);
        Checkpoint base = full(baseFolder);
        Path ownConfig = folder.resolve("config.json");
        ModelConfig config = Files.exists(ownConfig) ? ConfigFile.read(ownConfig) : base.config();
        Adapter adapter = Adapter.open(folder, lora, config.encoder());
        config = config.head().isPresent() ? config : headOf(folder, config, adapter);
        if (!config.encoder().equals(base.config().encoder())) {
            throw new CheckpointException(ownConfig + ": is not the configuration of the base " + baseFolder);
        }
        adapter.check(config.slots());
        Checkpoint checkpoint = new Checkpoint(folder, baseFolder, config, base.base(), Optional.of(adapter));
        checkpoint.checkHead();
        return checkpoint;
    }

    /** Where no config.json names the labels, the rows of the classifier are counted. */
    private static ModelConfig headOf(Path folder, ModelConfig config, Adapter adapter) {
        Head head =
                switch (JsonFile.read(folder.resolve("adapter_config.json"))
                        .path("task_type")
                        .asText()) {
                    case "SEQ_CLS" -> Head.SEQUENCE;
                    case "TOKEN_CLS" -> Head.TOKENS;
                    default ->
                        throw new CheckpointException(folder + ": neither config.json nor task_type names a head");
                };
        int labels = adapter.whole(config.encoder().layers(head).classifier() + ".bias")
                .orElseThrow(() -> new CheckpointException(folder + ": modules_to_save lacks the classifier"))
                .shape()
                .size(0);
        return config.with(
                head, IntStream.range(0, labels).mapToObj(i -> "LABEL_" + i).toList());
    }

    private void checkHead() {
        Tensors merged = weights();
        for (Encoder.Slot slot :
                config.encoder().headSlots(head(), config.labels().size())) {
            boolean stored = adapter.flatMap(a -> a.whole(slot.name())).isPresent();
            if (!stored && !base.names().contains(slot.name())) {
                throw new CheckpointException(folder + ": neither the adapter nor its base has tensor " + slot.name());
            }
            if (!merged.shape(slot.name()).equals(slot.shape())) {
                throw new CheckpointException(folder + ": tensor " + slot.name() + " has shape "
                        + merged.shape(slot.name()) + ", expected " + slot.shape());
            }
        }
    }

    private static Path baseFolder(Path folder, String name, BaseModels bases) {
        List<Path> places = new ArrayList<>();
        bases.find(name).ifPresent(places::add);
        try {
            places.addAll(Stream.of(folder.resolve(name), folder.resolveSibling(name))
                    .map(Path::normalize)
                    .toList());
        } catch (InvalidPathException e) {
            throw new CheckpointException(folder + ": base_model_name_or_path '" + name + "' is no known model", e);
        }
        return places.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new CheckpointException(folder + ": base_model_name_or_path '" + name
                        + "' is no known model, and no folder at " + places));
    }
}
