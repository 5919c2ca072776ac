package io.postil.model.torch;

import io.postil.model.Agreement;
import io.postil.model.Numeric;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a model computes with, and why.
 *
 * @param device as {@link DeviceName} writes it
 * @param measured the figures of each mode that was tried; none where the mode was asked for
 */
record Running(Numeric numeric, String device, List<Measured> measured) {

    Running {
        measured = List.copyOf(measured);
    }

    /** A mode's speed on the probes, and how near it came to 32-bit floats. */
    record Measured(Numeric numeric, double tokensPerSecond, Agreement agreement) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.0f tokens/s, %s", numeric.label(), tokensPerSecond, agreement);
        }
    }

    /** The fastest of those that are near enough; 32-bit floats are near themselves. */
    static Numeric best(List<Measured> measured, Agreement bound) {
        Measured best = measured.get(0);
        for (Measured next : measured) {
            if (next.agreement().meets(bound) && next.tokensPerSecond() > best.tokensPerSecond()) {
                best = next;
            }
        }
        return best.numeric();
    }

    @Override
    public String toString() {
        String chosen = numeric.label() + " on " + device;
        return measured.isEmpty()
                ? chosen
                : chosen + measured.stream().map(Measured::toString).collect(Collectors.joining("; ", " (", ")"));
    }
}
