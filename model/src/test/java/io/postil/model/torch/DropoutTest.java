package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DropoutTest {
    private static final int VALUES = 200_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.5, 0.9})
    void shouldLoseTheShareAndGrowTheRest(double share) {
        float[] kept = ones(share, true);

        assertThat(zeros(kept)).isCloseTo(share, within(0.01));
        for (float value : kept) {
            assertThat(value == 0 || Math.abs(value * (1 - share) - 1) < 1e-5).isTrue();
        }
    }

    /** Within a window a loss says nothing of where the others are: pairs are lost together with the square of the share. */
    @Test
    void shouldLoseNeighboursIndependently() {
        float[] kept = ones(0.3, true);

        int both = 0;
        for (int i = 1; i < kept.length; i++) {
            both += kept[i] == 0 && kept[i - 1] == 0 ? 1 : 0;
        }

        assertThat((double) both / kept.length).isCloseTo(0.09, within(0.006));
    }

    @Test
    void shouldLoseOtherValuesEachTime() {
        String twice =
                "torch.add(" + DropoutScript.expression("x", 0.5) + ", " + DropoutScript.expression("x", 0.5) + ")";

        float[] sums = run(twice, true, longs(VALUES, 1), VALUES);

        assertThat(zeros(sums)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void shouldLoseTheShareOfAFewValuesToo() {
        float[] kept = run(DropoutScript.expression("x", 0.5), true, longs(4000, 1), 4000);

        assertThat(zeros(kept)).isCloseTo(0.5, within(0.06));
    }

    @Test
    void shouldLoseAllWhereTheShareIsOne() {
        assertThat(ones(1, true)).containsOnly(0);
    }

    @Test
    void shouldLoseNothingWhenNotTraining() {
        assertThat(ones(0.5, false)).containsOnly(1);
    }

    private static float[] ones(double share, boolean training) {
        return run(DropoutScript.expression("x", share), training, longs(VALUES, 1), 400, VALUES / 400);
    }

    private static LongBuffer longs(int count, long value) {
        long[] longs = new long[count];
        Arrays.fill(longs, value);
        return LongBuffer.wrap(longs);
    }

    private static double zeros(float[] values) {
        int zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return (double) zeros / values.length;
    }

    private static float[] run(String expression, boolean training, LongBuffer input, long... shape) {
        String methods = DropoutScript.methods() + """
                  def forward(self: __torch__.Model, input: Tensor) -> Tensor:
                    training = %s
                    x = torch.mul(input, 1.)
                    return %s
                """.formatted(training ? "True" : "False", expression);
        try (TorchModule module = TorchModule.load(new Script(List.of(), List.of(), methods), 1, Device.cpu(), false)) {
            return module.run(input, shape);
        }
    }
}
