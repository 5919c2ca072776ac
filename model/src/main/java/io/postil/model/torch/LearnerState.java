package io.postil.model.torch;

import io.postil.model.CheckpointException;
import io.postil.model.checkpoint.SafetensorsFile;
import io.postil.model.checkpoint.SafetensorsWriter;
import io.postil.model.checkpoint.Shape;
import io.postil.model.checkpoint.Tensors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The state of {@link TrainingScript} as named tensors, such as {@code first/classifier_weight}; {@code steps} is how many were made. */
final class LearnerState implements Tensors {
    private static final String STEPS = "steps";

    private record Place(int number, Shape shape) {}

    private final TorchModule module;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Takes the trained parameters in the order of the script, by identifier. */
    LearnerState(TorchModule module, Map<String, Shape> parameters) {
        this.module = module;
        for (String part : TrainingScript.STATE) {
            parameters.forEach((name, shape) ->
                    places.put(part.toLowerCase(Locale.ROOT) + "/" + name, new Place(places.size(), shape)));
        }
        places.put(STEPS, new Place(places.size(), Shape.of()));
    }

    void write(Path file) {
        SafetensorsWriter.write(file, this);
    }

    /** Takes over a written state; returns the number of steps. */
    long load(Path file) {
        SafetensorsFile tensors = SafetensorsFile.open(file);
        if (!tensors.names().equals(names())) {
            throw new CheckpointException(
                    file + ": is not the state of this training: it has tensors " + tensors.names());
        }
        places.forEach((name, place) -> {
            if (!tensors.shape(name).equals(place.shape())) {
                throw new CheckpointException(file + ": tensor " + name + " has shape " + tensors.shape(name)
                        + ", expected " + place.shape());
            }
        });
        places.forEach((name, place) -> module.poke(place.number(), tensors.read(name), place.shape()));
        return (long) tensors.read(STEPS)[0];
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(places.keySet());
    }

    @Override
    public Shape shape(String name) {
        return places.get(name).shape();
    }

    @Override
    public float[] read(String name) {
        return module.peek(places.get(name).number());
    }
}
