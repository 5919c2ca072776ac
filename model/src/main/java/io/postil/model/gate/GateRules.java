package io.postil.model.gate;

/**
 * How the gate decides.
 *
 * @param alpha the largest p value that counts as better on the corrections, exact McNemar, one-sided
 * @param margin how much worse the challenger may be on older items, as a share of them; the one-sided 95 % lower bound counts
 * @param labelMargin how much worse it may be on the older items of any one label, as a share of them; more counts where
 *     alpha says that it is not chance
 * @param leakMargin how many more of the characters of held-out entities may stay uncovered, as a share of them; an increase
 *     that alpha says is not chance is refused below it too
 * @param labelItems the fewest older items of a label that are looked at by themselves
 * @param moveCorrections the fewest corrections from one label to another that make older items follow them
 * @param samples resamples of the bootstrap
 * @param seed of the bootstrap
 */
public record GateRules(
        double alpha,
        double margin,
        double labelMargin,
        double leakMargin,
        int labelItems,
        int moveCorrections,
        int samples,
        long seed) {

    public GateRules {
        require(alpha > 0 && alpha < 1, "alpha", alpha);
        require(margin >= 0 && margin <= 1, "margin", margin);
        require(labelMargin >= 0 && labelMargin <= 1, "labelMargin", labelMargin);
        require(leakMargin >= 0 && leakMargin <= 1, "leakMargin", leakMargin);
        require(labelItems > 0, "labelItems", labelItems);
        require(moveCorrections > 0, "moveCorrections", moveCorrections);
        require(samples > 0, "samples", samples);
    }

    public static GateRules usual() {
        return new GateRules(0.05, 0.06, 0.15, 0.005, 10, 3, 2_000, 1);
    }

    private static void require(boolean holds, String name, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("gate " + name + ": " + value + " is out of range");
        }
    }
}
