package io.postil.model.checkpoint;

import io.postil.model.CheckpointException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A stored LoRA adapter: low-rank parts of linear modules, and whole modules that replace the base's. Modules and parameters are
 * named without the encoder's prefix, as {@link Encoder#slots} does.
 */
public final class Adapter {
    /** What PEFT puts before every name. */
    public static final String PREFIX = "base_model.model.";

    private final Path folder;
    private final LoraConfig config;
    private final Encoder encoder;
    private final Tensors tensors;

    private Adapter(Path folder, LoraConfig config, Encoder encoder, Tensors tensors) {
        this.folder = folder;
        this.config = config;
        this.encoder = encoder;
        this.tensors = tensors;
    }

    static Adapter open(Path folder, LoraConfig config, Encoder encoder) {
        Path file = folder.resolve("adapter_model.safetensors");
        Tensors tensors = NamedTensors.of(file, SafetensorsFile.open(file), Adapter::plain);
        return new Adapter(folder, config, encoder, tensors);
    }

    /** Older versions of PEFT name the wrapper of a module, and the adapter. */
    private static String plain(String name) {
        return name.replace(".default.", ".").replace(".modules_to_save.", ".");
    }

    public LoraConfig config() {
        return config;
    }

    /** The stored tensor that stands for a parameter of a module that is stored whole. */
    public Optional<Tensor> whole(String parameter) {
        return config.saves(named(parameter)) ? stored(named(parameter)) : Optional.empty();
    }

    /** The first factor, [rank, in], of a linear module. */
    public Optional<Tensor> down(String module) {
        return stored(named(module) + ".lora_A.weight");
    }

    /** The second factor, [out, rank], of a linear module. */
    public Optional<Tensor> up(String module) {
        return stored(named(module) + ".lora_B.weight");
    }

    /** What the product of the factors is multiplied by. */
    public double scale(String module) {
        return config.scale(named(module));
    }

    private String named(String name) {
        return encoder.fullName(name);
    }

    private Optional<Tensor> stored(String name) {
        String stored = PREFIX + name;
        return tensors.names().contains(stored)
                ? Optional.of(new Tensor(tensors.shape(stored), tensors.read(stored)))
                : Optional.empty();
    }

    /** Checks that exactly the tensors the configuration asks for are there, in their shapes. */
    void check(List<Encoder.Slot> modelSlots) {
        Set<String> surplus = new TreeSet<>(tensors.names());
        for (Encoder.Slot slot : wantedHere(modelSlots)) {
            if (!surplus.remove(slot.name())) {
                throw new CheckpointException(folder + ": adapter_model.safetensors lacks tensor " + slot.name());
            }
            if (!tensors.shape(slot.name()).equals(slot.shape())) {
                throw new CheckpointException(folder + ": tensor " + slot.name() + " has shape "
                        + tensors.shape(slot.name()) + ", expected " + slot.shape());
            }
        }
        if (!surplus.isEmpty()) {
            throw new CheckpointException(folder + ": adapter_model.safetensors has surplus tensors " + surplus);
        }
    }

    private List<Encoder.Slot> wantedHere(List<Encoder.Slot> modelSlots) {
        try {
            return wanted(config, encoder, modelSlots);
        } catch (CheckpointException e) {
            throw new CheckpointException(folder + ": adapter_config.json: " + e.getMessage(), e);
        }
    }

    /**
     * The tensors that an adapter of a model stores, under PEFT's names.
     *
     * @throws CheckpointException if the targets match no linear module, or one that is not linear
     */
    public static List<Encoder.Slot> wanted(LoraConfig config, Encoder encoder, List<Encoder.Slot> modelSlots) {
        List<Encoder.Slot> wanted = new ArrayList<>();
        boolean targeted = false;
        for (Encoder.Slot slot : modelSlots) {
            String module = encoder.fullName(slot.module());
            String name = encoder.fullName(slot.name());
            boolean adapted = slot.isLinear() && config.targets().test(module);
            if (config.saves(name)) {
                refuse(adapted, module, "is in modules_to_save too");
                wanted.add(new Encoder.Slot(PREFIX + name, slot.shape()));
            } else if (adapted) {
                wanted.addAll(factors(module, slot.shape(), config.rank(module)));
                targeted = true;
            } else if (!slot.name().endsWith(".bias")) {
                refuse(config.targets().asksFor(module), module, "is not linear: not supported");
            }
            for (String outer = outer(module); !outer.isEmpty(); outer = outer(outer)) {
                refuse(config.targets().asksFor(outer), outer, "is not linear: not supported");
            }
        }
        if (!targeted) {
            throw new CheckpointException("target_modules: match no linear module of the model");
        }
        return wanted;
    }

    private static void refuse(boolean asked, String module, String reason) {
        if (asked) {
            throw new CheckpointException("target_modules: " + module + " " + reason);
        }
    }

    /** The module that a module is in; empty for the outermost. */
    private static String outer(String inner) {
        return inner.substring(0, Math.max(0, inner.lastIndexOf('.')));
    }

    private static List<Encoder.Slot> factors(String module, Shape weight, int rank) {
        return List.of(
                new Encoder.Slot(PREFIX + module + ".lora_A.weight", Shape.of(rank, weight.size(1))),
                new Encoder.Slot(PREFIX + module + ".lora_B.weight", Shape.of(weight.size(0), rank)));
    }
}
