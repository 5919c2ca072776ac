package io.postil.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.postil.model.train.TrainingPlan.Decay;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ScheduleTest {

    @Example
    void shouldRiseInALineAndFallToZero() {
        Schedule linear = schedule(0.1, Decay.LINEAR, 100);

        assertThat(linear.rateAt(0)).isCloseTo(0.1, within(1e-12));
        assertThat(linear.rateAt(9)).isCloseTo(1, within(1e-12));
        assertThat(linear.rateAt(55)).isCloseTo(0.5, within(1e-12));
        assertThat(linear.rateAt(99)).isCloseTo(1 / 90.0, within(1e-12));
    }

    @Example
    void shouldFallSlowlyAtBothEndsOfACosine() {
        Schedule cosine = schedule(0, Decay.COSINE, 100);

        assertThat(cosine.rateAt(0)).isCloseTo(1, within(1e-12));
        assertThat(cosine.rateAt(25)).isCloseTo((1 + Math.sqrt(0.5)) / 2, within(1e-12));
        assertThat(cosine.rateAt(50)).isCloseTo(0.5, within(1e-12));
    }

    @Example
    void shouldStayAtTheHighestRateWhereNothingDecays() {
        Schedule constant = schedule(0.1, Decay.CONSTANT, 100);

        assertThat(constant.rateAt(4)).isCloseTo(0.5, within(1e-12));
        assertThat(constant.rateAt(99)).isCloseTo(1, within(1e-12));
    }

    @Property
    void shouldStayBetweenZeroAndTheHighestRate(
            @ForAll @DoubleRange(max = 1) double warmUp,
            @ForAll Decay decay,
            @ForAll @IntRange(min = 1, max = 1000) int steps,
            @ForAll @IntRange(max = 999) int step) {
        double rate = schedule(warmUp, decay, steps).rateAt(Math.min(step, steps - 1));

        assertThat(rate).isBetween(0.0, 1.0 + 1e-12);
    }

    private static Schedule schedule(double warmUp, Decay decay, int steps) {
        return new Schedule(new TrainingPlan(1, 1, 0.999999999999999, warmUp, decay, 1, "accuracy", 1), steps);
    }
}
