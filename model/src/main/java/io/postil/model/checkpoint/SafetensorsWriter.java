package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes safetensors files: 32-bit floats, tensors sorted by name, one in memory at a time. */
public final class SafetensorsWriter {
    private static final int CHUNK = 1 << 16;

    private SafetensorsWriter() {}

    /**
     * Writes all tensors, replacing the file if there is one. The same tensors give the same bytes.
     *
     * @throws CheckpointException if the file cannot be written
     */
    public static void write(Path file, Tensors tensors) {
        List<String> names = tensors.names().stream().sorted().toList();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] header = header(tensors, names);
            byte[] length = new byte[8];
            ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length);
            out.write(length);
            out.write(header);
            for (String name : names) {
                writeFloats(out, tensors.read(name));
            }
        } catch (IOException e) {
            throw new CheckpointException(file + ": cannot be written", e);
        }
    }

    /** The JSON, padded with spaces so that the data begin at a multiple of eight. */
    private static byte[] header(Tensors tensors, List<String> names) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.putObject("__metadata__").put("format", "pt");
        long offset = 0;
        for (String name : names) {
            ObjectNode node = root.putObject(name).put("dtype", "F32");
            tensors.shape(name).sizes().forEach(node.withArray("shape")::add);
            node.withArray("data_offsets")
                    .add(offset)
                    .add(offset += 4 * tensors.shape(name).count());
        }
        byte[] bytes = json.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + 7) / 8 * 8);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }

    /** Writes numbers as they lie in the file, little-endian. */
    public static void writeFloats(OutputStream out, float[] values) throws IOException {
        byte[] bytes = new byte[4 * CHUNK];
        FloatBuffer chunk =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        for (int done = 0; done < values.length; done += CHUNK) {
            int count = Math.min(CHUNK, values.length - done);
            chunk.rewind().put(values, done, count);
            out.write(bytes, 0, 4 * count);
        }
    }
}
