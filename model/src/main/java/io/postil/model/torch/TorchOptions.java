package io.postil.model.torch;

/**
 * How the native library runs; one setting for the whole process, the last one opened counts.
 *
 * @param threads native threads within one call
 */
public record TorchOptions(int threads) {

    public TorchOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " (expected at least 1)");
        }
    }

    public static TorchOptions singleThread() {
        return new TorchOptions(1);
    }
}
