package io.postil.model;

import java.util.Locale;

/**
 * How near the answers of two numeric modes are, over a set of probes; and how near they must be.
 *
 * @param decisions the share of rows of logits for which both give the same label, 0 to 1
 * @param difference between the probabilities that they give to the first one's label, the mean over all rows
 */
public record Agreement(double decisions, double difference) {
    /** What is asked for unless the configuration says otherwise. */
    public static final Agreement USUAL = new Agreement(0.95, 0.02);

    public Agreement {
        if (!(decisions >= 0 && decisions <= 1 && difference >= 0 && difference <= 1)) {
            throw new IllegalArgumentException(
                    "decisions " + decisions + ", difference " + difference + " (expected 0 to 1 for both)");
        }
    }

    /** Whether this is as near as the other asks for. */
    public boolean meets(Agreement bound) {
        return decisions >= bound.decisions && difference <= bound.difference;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %% equal, off by %.4f", 100 * decisions, difference);
    }
}
