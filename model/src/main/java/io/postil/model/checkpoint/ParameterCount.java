package io.postil.model.checkpoint;

import java.util.List;

/**
 * How many numbers a training changes, and of how many in all. Counted as PEFT's {@code get_nb_trainable_parameters} does: the low-rank
 * factors and the modules trained whole count beside the base, so that such a module counts twice in the total.
 */
public record ParameterCount(long trainable, long total) {

    /** Of training every weight. */
    public static ParameterCount full(ModelConfig config) {
        long all = count(config.slots());
        return new ParameterCount(all, all);
    }

    /**
     * Of training an adapter.
     *
     * @throws io.postil.model.CheckpointException if its targets match no linear module
     */
    public static ParameterCount of(ModelConfig config, LoraConfig lora) {
        long trainable = count(Adapter.wanted(lora, config.encoder(), config.slots()));
        return new ParameterCount(trainable, count(config.slots()) + trainable);
    }

    private static long count(List<Encoder.Slot> slots) {
        return slots.stream().mapToLong(slot -> slot.shape().count()).sum();
    }
}
