package io.postil.model.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Corrections beside older items, repeated so that few of them count against many. */
public final class Mix {

    private Mix() {}

    /**
     * All older items once, and the corrections as often as brings them nearest to their share of the whole.
     *
     * @param share of the corrections, above 0 and below 1; a third keeps both in sight
     * @param most the most that one correction is repeated, so that a handful is not learnt by heart
     */
    public static List<TrainingItem> of(
            List<? extends TrainingItem> older, List<? extends TrainingItem> corrections, double share, int most) {
        if (share <= 0 || share >= 1 || most < 1) {
            throw new IllegalArgumentException("share " + share + ", repeated at most " + most + ": out of range");
        }
        List<TrainingItem> mixed = new ArrayList<>(older);
        int repeats = repeats(older.size(), corrections.size(), share, most);
        Collections.nCopies(repeats, corrections).forEach(mixed::addAll);
        return mixed;
    }

    private static int repeats(int older, int corrections, double share, int most) {
        double wanted = share / (1 - share) * older / Math.max(1, corrections);
        return Math.max(1, Math.min(most, (int) Math.round(wanted)));
    }
}
