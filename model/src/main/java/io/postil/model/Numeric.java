package io.postil.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The numbers that a model computes with. */
public enum Numeric {
    /** The fastest of the others that agrees with 32-bit floats, found out when a model is opened. */
    AUTO,
    /** 32-bit floats. */
    FP32,
    /** bfloat16 throughout. */
    BF16,
    /** 16-bit floats throughout; on a GPU only. */
    FP16,
    /** Linear layers in 8-bit integers, weights quantised by their rows and inputs as they come; on a CPU only. */
    INT8;

    /** What it is called in configuration and in {@code postil.json}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode of that name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Numeric of(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(label + " (expected one of " + labels() + ")"));
    }

    /** All names, separated by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(Numeric::label).collect(Collectors.joining(", "));
    }
}
