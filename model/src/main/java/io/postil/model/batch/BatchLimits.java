package io.postil.model.batch;

/**
 * How much a {@link Batcher} does at once.
 *
 * @param workers threads that call the classifier
 * @param tokens the most tokens in a batch, padding included; one longer request goes alone
 * @param count the most requests in a batch
 * @param queue the most requests that wait; the next is overloaded
 */
public record BatchLimits(int workers, int tokens, int count, int queue) {

    public BatchLimits {
        require(workers, "workers");
        require(tokens, "tokens");
        require(count, "count");
        require(queue, "queue");
    }

    private static void require(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected 1 or more)");
        }
    }
}
