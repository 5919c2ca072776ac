package io.postil.model.torch;

import io.postil.model.Agreement;
import io.postil.model.DeviceName;
import io.postil.model.Numeric;

/**
 * How the native library runs.
 *
 * @param threads native threads within one call; one setting for the whole process, the last one opened counts
 * @param numeric what models compute with; auto leaves it to their folders' notes, and then to measuring
 * @param agreement how near to 32-bit floats a faster mode must come to be taken
 */
public record TorchOptions(int threads, DeviceName device, Numeric numeric, Agreement agreement) {

    public TorchOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " (expected at least 1)");
        }
    }

    /** On the CPU in 32-bit floats, one thread a call. */
    public static TorchOptions singleThread() {
        return of(1);
    }

    /** On the CPU in 32-bit floats. */
    public static TorchOptions of(int threads) {
        return new TorchOptions(threads, DeviceName.CPU, Numeric.FP32, Agreement.USUAL);
    }

    /** The same in other numbers. */
    public TorchOptions with(Numeric other) {
        return new TorchOptions(threads, device, other, agreement);
    }
}
