package io.postil.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.CheckpointException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafetensorsFileTest {

    @TempDir
    private Path folder;

    @Property(tries = 50)
    void shouldReadBackWhatWasWritten(@ForAll @Size(max = 40) float[] first, @ForAll @Size(max = 40) float[] second)
            throws IOException {
        Path file = Files.createTempFile("postil", ".safetensors");
        SafetensorsWriter.write(
                file,
                new MemoryTensors(Map.of(
                        "b", new Tensor(Shape.of(first.length), first),
                        "a", new Tensor(Shape.of(1, second.length), second))));

        Tensors read = SafetensorsFile.open(file);

        assertThat(read.read("b")).isEqualTo(first);
        assertThat(read.read("a")).isEqualTo(second);
        assertThat(read.shape("a")).isEqualTo(Shape.of(1, second.length));
        Files.delete(file);
    }

    @ParameterizedTest
    @CsvSource({"F16, 15360, 1", "F16, 49152, -2", "F16, 1, 5.9604645E-8", "F16, 31744, Infinity", "BF16, 16256, 1"})
    void shouldReadFloatsOfSixteenBits(String type, int bits, float expected) throws IOException {
        Path file = file(
                "{'t':{'dtype':'" + type + "','shape':[1],'data_offsets':[0,2]}}",
                new byte[] {(byte) bits, (byte) (bits >> 8)});

        assertThat(SafetensorsFile.open(file).read("t")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 4 | its tensors take 8 bytes, the file has 4",
                "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 8 | its tensors take 4 bytes, the file has 8",
                "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | 4 | tensor t of shape [2] takes 8 bytes",
                "{'t':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | tensor t begins at 4, expected 0",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | tensor b begins at 4, expected 8",
                "{'t':{'dtype':'F3','shape':[1],'data_offsets':[0,4]}} | 4 | unknown dtype 'F3'",
                "{'t':{'dtype':'f32','shape':[1],'data_offsets':[0,4]}} | 4 | unknown dtype 'f32'",
                "{'__metadata__':5} | 0 | __metadata__ is not an object of texts",
                "{'__metadata__':{'format':5}} | 0 | __metadata__ is not an object of texts",
                "{'t':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} | 4 | size -1",
                "{'t':{'dtype':'F32','shape':[2147483647,2147483647,2147483647],'data_offsets':[0,4]}} | 4 | too large",
                "{'t':{'dtype':'F32','data_offsets':[0,4]}} | 4 | lacks shape",
                "{'t':3} | 4 | unknown dtype",
                "{'t':{'dtype':'F32','shape':[1],'data_offsets':[-4,0]}} | 4 | data_offsets of two whole numbers from 0",
                "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,99999999999999999999]}} | 4 | data_offsets of two",
                "{'t':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}} | 4 | takes 4 bytes, its offsets say [4, 0)",
                "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}{} | 4 | not JSON",
                "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'t':3} | 4 | not JSON",
                "[] | 0 | not a JSON object",
                "{'t' | 0 | not JSON"
            })
    void shouldRefuseWhatBreaksTheFormat(String header, int data, String reason) throws IOException {
        Path file = file(header, new byte[data]);

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void shouldRefuseAHeaderThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("x.safetensors");
        byte[] header = "{}".getBytes(StandardCharsets.UTF_16);
        Files.write(
                file,
                ByteBuffer.allocate(8 + header.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(header.length)
                        .put(header)
                        .array());

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("its header is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"100", "99999999999", "-1", "9223372036854775807"})
    void shouldRefuseAHeaderThatTheFileCannotHold(long length) throws IOException {
        Path file = folder.resolve("x.safetensors");
        Files.write(
                file,
                ByteBuffer.wrap(new byte[16])
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .array());

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("its header should take " + length + " bytes, the file has 16");
    }

    @Test
    void shouldRefuseAHeaderThatWouldTakeMuchMemory() throws IOException {
        Path file = folder.resolve("x.safetensors");
        long twoGigabytes = 1L << 31;
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(twoGigabytes)
                    .array());
            sparse.setLength(twoGigabytes + 8);
        }

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("its header should take 2147483648 bytes");
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("x.safetensors"));

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("it has 0 bytes, expected at least 8");
    }

    @Property(tries = 300)
    void shouldReadOrRefuseWhateverBytesAreChanged(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 200) Integer> places,
            @ForAll byte value,
            @ForAll @IntRange(max = 220) int length)
            throws IOException {
        Path file = Files.createTempFile("postil", ".safetensors");
        SafetensorsWriter.write(
                file,
                new MemoryTensors(Map.of(
                        "b", new Tensor(Shape.of(3), new float[3]), "a", new Tensor(Shape.of(1, 2), new float[2]))));
        byte[] bytes = Files.readAllBytes(file);
        places.forEach(place -> bytes[place % bytes.length] = value);
        Files.write(file, Arrays.copyOf(bytes, length % 5 == 0 ? length : bytes.length));

        try {
            Tensors read = SafetensorsFile.open(file);
            read.names().forEach(name -> assertThat((long) read.read(name).length)
                    .isEqualTo(read.shape(name).count()));
        } catch (CheckpointException e) {
            assertThat(e).hasMessageContaining(file.toString());
        }
        Files.delete(file);
    }

    @Test
    void shouldRefuseToReadIntegersAsFloats() throws IOException {
        Path file = file("{'t':{'dtype':'I64','shape':[1],'data_offsets':[0,8]}}", new byte[8]);

        assertThatThrownBy(() -> SafetensorsFile.open(file).read("t"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("tensor t is I64, expected F32, F16 or BF16");
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[8 + json.length + data.length];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data);
        return Files.write(folder.resolve("model.safetensors"), bytes);
    }
}
