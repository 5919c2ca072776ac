package io.postil.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PairedTestsTest {

    /** By hand: of the 2^10 ways in which 10 coins fall, 1 + 10 show 9 heads or more. */
    @Example
    void shouldGiveTheExactProbabilityOfTheBinomial() {
        assertThat(new McNemar(9, 1).oneSided()).isCloseTo(11 / 1024.0, within(1e-12));
        assertThat(new McNemar(9, 1).twoSided()).isCloseTo(22 / 1024.0, within(1e-12));
        assertThat(new McNemar(1, 9).twoSided()).isCloseTo(22 / 1024.0, within(1e-12));
    }

    @Example
    void shouldFindNothingWhereNothingDiffers() {
        assertThat(new McNemar(0, 0).oneSided()).isEqualTo(1);
        assertThat(new McNemar(0, 0).twoSided()).isEqualTo(1);
    }

    @Example
    void shouldNeedFivePairsForFivePercent() {
        assertThat(McNemar.fewestPairs(0.05)).isEqualTo(5);
        assertThat(McNemar.fewestPairs(0.01)).isEqualTo(7);
        assertThat(new McNemar(5, 0).oneSided()).isLessThan(0.05);
        assertThat(new McNemar(4, 0).oneSided()).isGreaterThan(0.05);
    }

    @Property
    void shouldSumToOneWithTheSameCoinsSeenFromTheOtherSide(
            @ForAll @IntRange(min = 1, max = 60) int wins, @ForAll @IntRange(max = 60) int losses) {
        double atLeast = new McNemar(wins, losses).oneSided();
        double fewer = new McNemar(losses + 1, wins - 1).oneSided();

        assertThat(atLeast + fewer).isCloseTo(1, within(1e-9));
    }

    @Property(tries = 50)
    void shouldBoundTheMeanDifferenceAndRepeatItself(@ForAll long seed, @ForAll @IntRange(max = 40) int wins) {
        double[] differences = new double[100];
        Arrays.fill(differences, 0, wins, 1);
        var bootstrap = new PairedBootstrap(500, seed);

        PairedBootstrap.Interval interval = bootstrap.interval(differences, 0.95);

        assertThat(wins / 100.0).isBetween(interval.low(), interval.high());
        assertThat(bootstrap.interval(differences, 0.95)).isEqualTo(interval);
        assertThat(bootstrap.lowerBound(differences, 0.95)).isGreaterThanOrEqualTo(interval.low());
    }

    /** The normal approximation: 0.1 - 1.645 * sqrt(0.1 * 0.9 / 1000) = 0.0844. */
    @Example
    void shouldAgreeWithTheNormalApproximationOnManyPairs() {
        double[] differences = new double[1000];
        Arrays.fill(differences, 0, 100, 1);

        double bound = new PairedBootstrap(20_000, 1).lowerBound(differences, 0.95);

        assertThat(bound).isCloseTo(0.0844, within(0.002));
    }
}
