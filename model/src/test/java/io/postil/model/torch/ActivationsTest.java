package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.postil.model.checkpoint.Activation;
import java.nio.LongBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of transformers' ACT2FN at -2, 1 and 12. */
final class ActivationsTest {

    @ParameterizedTest
    @CsvSource({
        "GELU, -0.0455, 0.84134, 12",
        "GELU_TANH, -0.0454, 0.84119, 12",
        "GELU_10, -0.0455, 0.84134, 10",
        "QUICK_GELU, -0.06434, 0.84580, 12",
        "RELU, 0, 1, 12",
        "RELU_SQUARED, 0, 1, 144",
        "RELU6, 0, 1, 6",
        "LEAKY_RELU, -0.02, 1, 12",
        "SILU, -0.23841, 0.73106, 11.99993",
        "MISH, -0.25250, 0.86510, 12",
        "SIGMOID, 0.11920, 0.73106, 0.99999",
        "TANH, -0.96403, 0.76159, 1",
        "LINEAR, -2, 1, 12"
    })
    void shouldComputeWhatTransformersDoes(Activation activation, float atMinusTwo, float atOne, float atTwelve) {
        String methods =
                "  def forward(self: __torch__.Model, input: Tensor) -> Tensor:\n    x = torch.mul(input, 1.)\n"
                        + "    return " + Activations.expression(activation, "x") + "\n";

        try (TorchModule module = TorchModule.load(new Script(List.of(), List.of(), methods), 1, Device.cpu(), false)) {
            float[] values = module.run(LongBuffer.wrap(new long[] {-2, 1, 12}), 3);

            assertThat(values).containsExactly(new float[] {atMinusTwo, atOne, atTwelve}, within(2e-4f));
        }
    }
}
