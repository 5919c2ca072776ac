package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import io.postil.model.Agreement;
import io.postil.model.CheckpointException;
import io.postil.model.DeviceName;
import io.postil.model.Golden;
import io.postil.model.Numeric;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;
import io.postil.model.torch.Running.Measured;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumericTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String WITHOUT = "flags : fpu sse2 avx512f";

    @ParameterizedTest
    @CsvSource({"bert-sequence, INT8", "bert-token, INT8", "bert-sequence, BF16", "bert-token, BF16"})
    void shouldAnswerMuchAsInFullPrecision(String name, Numeric numeric) {
        Agreement agreement = agreement(GOLDEN.resolve(name), numeric);

        assertThat(agreement.decisions()).isGreaterThan(0.9);
        assertThat(agreement.difference()).isBetween(1e-9, 0.02);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camembert-sequence",
                "deberta-v2-sequence",
                "deberta-v2-token",
                "distilbert-sequence",
                "lora-deberta-v2",
                "modernbert-sequence",
                "roberta-sequence",
                "xlm-roberta-token"
            })
    void shouldGiveMuchTheSameProbabilitiesInEveryFamily(String name) {
        Agreement agreement = agreement(Golden.of("models/" + name), Numeric.INT8);

        assertThat(agreement.difference()).isBetween(1e-9, 0.04);
    }

    private static Agreement agreement(Path folder, Numeric numeric) {
        assumeThat(Processor.of(Device.cpu()).runs(numeric))
                .as("this processor runs it")
                .isTrue();
        Checkpoint checkpoint = Checkpoint.open(folder, BaseModels.none());
        try (OpenModel exact = OpenModel.open(checkpoint, TorchOptions.singleThread(), Numeric.FP32);
                OpenModel other = OpenModel.open(checkpoint, TorchOptions.singleThread(), numeric)) {
            List<Encoded> probes = Probes.encoded(exact.tokenizer(), 80);

            return Probes.agreement(answers(exact, probes), answers(other, probes));
        }
    }

    private static List<Logits> answers(OpenModel model, List<Encoded> probes) {
        return probes.stream()
                .map(probe -> model.scorer().score(List.of(probe)).get(0))
                .toList();
    }

    @Test
    void shouldAnswerInBytesWhateverElseIsInTheBatch() {
        assumeThat(Processor.of(Device.cpu()).runs(Numeric.INT8))
                .as("this processor runs it")
                .isTrue();
        Checkpoint checkpoint = Checkpoint.open(GOLDEN.resolve("bert-token"), BaseModels.none());
        try (OpenModel model = OpenModel.open(checkpoint, TorchOptions.singleThread(), Numeric.INT8)) {
            List<Encoded> probes = Probes.encoded(model.tokenizer(), 80);

            List<Logits> together = model.scorer().score(probes);

            List<Logits> alone = answers(model, probes);
            for (int i = 0; i < probes.size(); i++) {
                assertThat(Probes.agreement(List.of(alone.get(i)), List.of(together.get(i)))
                                .difference())
                        .isLessThan(0.02);
            }
        }
    }

    @Test
    void shouldMeasureFullPrecisionAndItsRivals() {
        assumeThat(Processor.of(Device.cpu()).runs(Numeric.INT8))
                .as("this processor runs int8")
                .isTrue();
        Checkpoint checkpoint = Checkpoint.open(GOLDEN.resolve("bert-sequence"), BaseModels.none());

        try (OpenModel model = OpenModel.open(checkpoint, TorchOptions.singleThread(), Numeric.AUTO)) {
            assertThat(model.running().measured())
                    .extracting(Measured::numeric)
                    .startsWith(Numeric.FP32, Numeric.INT8)
                    .contains(model.running().numeric());
            assertThat(model.running().toString()).contains(" on cpu (fp32 ").contains("int8 ");
        }
    }

    @Test
    void shouldTakeTheFastestModeThatAgrees() {
        Agreement bound = new Agreement(0.95, 0.02);
        Measured exact = new Measured(Numeric.FP32, 100, new Agreement(1, 0));
        Measured near = new Measured(Numeric.INT8, 200, new Agreement(0.96, 0.01));
        Measured wrong = new Measured(Numeric.BF16, 300, new Agreement(0.9, 0.01));
        Measured off = new Measured(Numeric.BF16, 300, new Agreement(1, 0.03));
        Measured slow = new Measured(Numeric.INT8, 90, new Agreement(1, 0));

        assertThat(Running.best(List.of(exact, near, wrong), bound)).isEqualTo(Numeric.INT8);
        assertThat(Running.best(List.of(exact, off), bound)).isEqualTo(Numeric.FP32);
        assertThat(Running.best(List.of(exact, slow), bound)).isEqualTo(Numeric.FP32);
    }

    @Test
    void shouldCountEqualDecisionsAndMeanDifferences() {
        Logits exact = Logits.of(new float[] {9, 0, 0, 9}, 2);
        Logits other = Logits.of(new float[] {9, 0, 9, 0}, 2);

        Agreement agreement = Probes.agreement(List.of(exact), List.of(other));

        assertThat(agreement.decisions()).isEqualTo(0.5);
        assertThat(agreement.difference()).isBetween(0.49, 0.51);
    }

    @Test
    void shouldRefuseAModeThatTheDeviceDoesNotRun() {
        Checkpoint checkpoint = Checkpoint.open(GOLDEN.resolve("bert-sequence"), BaseModels.none());

        assertThatThrownBy(() -> OpenModel.open(checkpoint, TorchOptions.singleThread(), Numeric.FP16))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("fp16 does not run on cpu");
    }

    @Test
    void shouldTryWhatTheProcessorMayBeFastWith() {
        assertThat(Processor.of(WITHOUT).rivals()).isEmpty();
        assertThat(Processor.of(WITHOUT + " avx512_vnni amx_bf16").rivals())
                .containsExactly(Numeric.INT8, Numeric.BF16);
        assertThat(Processor.of(WITHOUT).dotProducts()).isFalse();
        assertThat(Processor.of(WITHOUT + " avx512_vnni\n").dotProducts()).isTrue();
        assertThat(Processor.of(Device.gpu(0)).rivals()).containsExactly(Numeric.FP16, Numeric.BF16);
    }

    @Test
    void shouldFindDevicesByName() {
        assertThat(Devices.find(DeviceName.AUTO, 0)).isEqualTo(Device.cpu());
        assertThat(Devices.find(DeviceName.AUTO, 2)).isEqualTo(Device.gpu(0));
        assertThat(Devices.find(DeviceName.cuda(1), 2)).isEqualTo(Device.gpu(1));
        assertThat(Devices.name(Device.gpu(1))).isEqualTo(new DeviceName("cuda:1"));
    }

    @Test
    void shouldNameTheDevicesThereAre() {
        assertThatThrownBy(() -> Devices.find(DeviceName.cuda(2), 2))
                .hasMessage("device: cuda:2 is not there (the native library can use: cpu, cuda:0, cuda:1)");
        assertThatThrownBy(() -> Devices.find(DeviceName.cuda(0)))
                .hasMessage("device: cuda:0 is not there (the native library can use: cpu)");
        assertThatThrownBy(() -> new DeviceName("gpu")).hasMessage("gpu (expected auto, cpu or cuda:N)");
    }
}
