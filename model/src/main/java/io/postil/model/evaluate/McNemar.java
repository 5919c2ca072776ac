package io.postil.model.evaluate;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The exact McNemar test on paired outcomes. If neither side were better, each pair on which they differ would fall to either
 * side like a coin.
 *
 * @param wins pairs that only the challenger gets right
 * @param losses pairs that only the champion gets right
 */
public record McNemar(int wins, int losses) {

    /** The probability of as many wins or more, if the challenger were not better. */
    public double oneSided() {
        return wins == 0 ? 1 : coin().survivalProbability(wins - 1);
    }

    /** The probability of a difference as large or larger, to either side, if neither were better. */
    public double twoSided() {
        return Math.min(1, 2 * coin().cumulativeProbability(Math.min(wins, losses)));
    }

    /** The fewest differing pairs with which the one-sided test can fall to alpha at all. */
    public static int fewestPairs(double alpha) {
        int pairs = 1;
        while (Math.pow(0.5, pairs) > alpha) {
            pairs++;
        }
        return pairs;
    }

    private BinomialDistribution coin() {
        return BinomialDistribution.of(wins + losses, 0.5);
    }
}
