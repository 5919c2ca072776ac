package io.postil.model.torch;

import ai.djl.Device;
import io.postil.model.Numeric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of a device before anything is measured.
 *
 * @param bfloat16 whether it multiplies bfloat16; a CPU that does not converts back and forth, several times slower than 32 bits
 * @param dotProducts whether it adds up products of 8-bit integers in 32 bits; a CPU that does not saturates at 16, and answers wrong
 */
record Processor(boolean gpu, boolean bfloat16, boolean dotProducts) {
    private static final Set<String> BFLOAT16 = Set.of("amx_bf16", "avx512_bf16", "bf16");
    private static final Set<String> DOT_PRODUCTS = Set.of("avx512_vnni", "avx_vnni");

    static Processor of(Device device) {
        return device.isGpu() ? new Processor(true, true, false) : of(flags());
    }

    /** A CPU, by what Linux says of it in /proc/cpuinfo. */
    static Processor of(String flags) {
        List<String> words = List.of(flags.split("\\s+"));
        return new Processor(
                false,
                words.stream().anyMatch(BFLOAT16::contains),
                words.stream().anyMatch(DOT_PRODUCTS::contains));
    }

    private static String flags() {
        try {
            return Files.readString(Path.of("/proc/cpuinfo"));
        } catch (IOException e) {
            return "";
        }
    }

    /** What may be faster than 32-bit floats here. */
    List<Numeric> rivals() {
        return Stream.of(Numeric.FP16, Numeric.INT8, Numeric.BF16)
                .filter(numeric -> numeric == Numeric.BF16 ? bfloat16 : runs(numeric))
                .toList();
    }

    /** Whether a mode can run here at all. */
    boolean runs(Numeric numeric) {
        return switch (numeric) {
            case INT8 -> dotProducts;
            case FP16 -> gpu;
            default -> true;
        };
    }
}
