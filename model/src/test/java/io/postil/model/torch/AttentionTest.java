package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attention written out, and not, beside the engine's fused one. */
final class AttentionTest {
    private static final int ROWS = 2;
    private static final int HEADS = 8;
    private static final int WIDTH = 4;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                mask                                                               | 40 | False | 0.0
                mask                                                               | 63 | True  | 0.0
                mask                                                               | 64 | False | 0.1
                mask                                                               | 90 | True  | 1e-15
                torch.mul(torch.type_as(torch.logical_not(mask), query), -30000.)  | 40 | False | 0.1
                torch.mul(torch.type_as(torch.logical_not(mask), query), -30000.)  | 90 | True  | 1e-15
                """)
    void shouldAttendAsTheFusedOneDoesWhereNothingIsDropped(String mask, int tokens, String training, double share) {
        String methods = DropoutScript.methods()
                + AttentionScript.methods()
                + """
                  def forward(self: __torch__.Model, input: Tensor) -> Tensor:
                    training = %s
                    query, key, value, = torch.unbind(torch.tanh(torch.mul(input, 1.)))
                    mask = torch.reshape(torch.gt(torch.arange(%d), 1), [2, 1, 1, %d])
                    fused = torch.scaled_dot_product_attention(query, key, value, mask, 0., scale=0.5)
                    return torch.sub(%s, fused)
                """.formatted(training, ROWS * tokens, tokens, AttentionScript.expression(mask, 0.5, share));

        float[] differences = run(methods, tokens);

        assertThat(differences).containsOnly(new float[] {0}, within(2e-6f));
    }

    private static float[] run(String methods, int tokens) {
        long count = 3L * ROWS * HEADS * tokens * WIDTH;
        LongBuffer values = LongBuffer.wrap(new Random(1).longs(count, -3, 4).toArray());
        try (TorchModule module = TorchModule.load(new Script(List.of(), List.of(), methods), 1, Device.cpu(), false)) {
            return module.run(values, 3, ROWS, HEADS, tokens, WIDTH);
        }
    }
}
