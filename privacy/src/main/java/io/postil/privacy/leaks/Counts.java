package io.postil.privacy.leaks;

/**
 * What was counted over some texts. Sums of it are counts again.
 *
 * @param personal characters of known personal data
 * @param leaked those that no mask covers
 * @param harmless characters that are none
 * @param overMasked those that a mask covers
 * @param texts how many
 * @param leakedTexts those with a leaked character
 * @param known spans of personal data
 * @param masks spans that were masked
 * @param strict masks with the same type and bounds as a known span
 * @param partialKnown known spans that a mask of their type overlaps
 * @param partialMasks masks that a known span of their type overlaps
 */
record Counts(
        long personal,
        long leaked,
        long harmless,
        long overMasked,
        long texts,
        long leakedTexts,
        long known,
        long masks,
        long strict,
        long partialKnown,
        long partialMasks) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                personal + other.personal,
                leaked + other.leaked,
                harmless + other.harmless,
                overMasked + other.overMasked,
                texts + other.texts,
                leakedTexts + other.leakedTexts,
                known + other.known,
                masks + other.masks,
                strict + other.strict,
                partialKnown + other.partialKnown,
                partialMasks + other.partialMasks);
    }

    double leakRate() {
        return share(leaked, personal);
    }

    double overMaskRate() {
        return share(overMasked, harmless);
    }

    Scores strictScores() {
        return new Scores(share(strict, masks), share(strict, known));
    }

    Scores partialScores() {
        return new Scores(share(partialMasks, masks), share(partialKnown, known));
    }

    /** Precision and recall. */
    record Scores(double precision, double recall) {

        /** The weighted harmonic mean (van Rijsbergen); recall weighs {@code beta} times as much. */
        double f(double beta) {
            double weight = beta * beta;
            double sum = weight * precision + recall;
            return sum == 0 ? 0 : (1 + weight) * precision * recall / sum;
        }
    }

    /** 0 where there is nothing to have a share of. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
