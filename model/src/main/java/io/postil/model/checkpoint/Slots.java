package io.postil.model.checkpoint;

import java.util.ArrayList;
import java.util.List;

/** Collects the tensors of an architecture, module by module. */
final class Slots {
    private final List<Encoder.Slot> slots = new ArrayList<>();

    Slots tensor(String name, int... sizes) {
        slots.add(new Encoder.Slot(name, Shape.of(sizes)));
        return this;
    }

    Slots embedding(String module, int rows, int width) {
        return tensor(module + ".weight", rows, width);
    }

    Slots linear(String module, int out, int in) {
        return linear(module, out, in, true);
    }

    Slots linear(String module, int out, int in, boolean bias) {
        tensor(module + ".weight", out, in);
        return bias ? tensor(module + ".bias", out) : this;
    }

    Slots norm(String module, int size) {
        return norm(module, size, true);
    }

    Slots norm(String module, int size, boolean bias) {
        tensor(module + ".weight", size);
        return bias ? tensor(module + ".bias", size) : this;
    }

    List<Encoder.Slot> list() {
        return List.copyOf(slots);
    }
}
