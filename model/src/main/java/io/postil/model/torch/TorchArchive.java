package io.postil.model.torch;

import io.postil.model.CheckpointException;
import io.postil.model.checkpoint.SafetensorsWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a {@link Script} as a TorchScript archive: a zip of stored records, the data of each beginning at a multiple of 64
 * bytes. One tensor is in memory at a time.
 *
 * @see <a href="https://github.com/pytorch/pytorch/blob/v2.7.1/torch/csrc/jit/docs/serialization.md">the format</a>
 */
final class TorchArchive {
    private static final String ROOT = "model/";
    private static final int ALIGNMENT = 64;
    /** Local header of a zip entry without its name, and the frame of one extra field. */
    private static final int HEADER = 30;

    private static final int EXTRA_FRAME = 4;
    private static final short PADDING = 0x4246;
    /** The file format of PyTorch 2.x: operators mean what they mean today, no upgrading of old ones. */
    private static final String VERSION = "10\n";

    /** The most that an entry of a zip takes without an extension that would move its data. */
    private static final long LARGEST = 0xFFFF_FFFEL;

    /** The earliest time a zip can hold without an extra field. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private long position;

    private TorchArchive(ZipOutputStream zip) {
        this.zip = zip;
    }

    /** Writes the archive, replacing the file if there is one. */
    static void write(Path file, Script script) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setMethod(ZipOutputStream.STORED);
            new TorchArchive(zip).write(script);
        }
    }

    private void write(Script script) throws IOException {
        record("data.pkl", pickled(script));
        record("byteorder", "little".getBytes(StandardCharsets.UTF_8));
        record("code/__torch__.py", script.source().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < script.parameters().size(); i++) {
            tensor("data/" + i, script.parameters().get(i));
        }
        record("constants.pkl", new Pickle().emptyTuple().finish());
        record("version", VERSION.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] pickled(Script script) {
        Pickle pickle = new Pickle().beginObject("__torch__", "Model");
        for (int i = 0; i < script.parameters().size(); i++) {
            Script.Parameter parameter = script.parameters().get(i);
            pickle.string(parameter.name()).tensor(Integer.toString(i), parameter.shape(), parameter.trained());
        }
        pickle.string("training").bool(false);
        script.lists().forEach(list -> pickle.string(list).emptyList());
        return pickle.endObject().finish();
    }

    private void tensor(String name, Script.Parameter parameter) throws IOException {
        float[] values = parameter.values().get();
        long size = 4L * values.length;
        if (size > LARGEST) {
            throw new CheckpointException("tensor " + parameter.name() + " of shape " + parameter.shape() + " takes "
                    + size + " bytes, expected at most " + LARGEST);
        }
        record(name, size, out -> SafetensorsWriter.writeFloats(out, values));
    }

    private void record(String name, byte[] bytes) throws IOException {
        record(name, bytes.length, out -> out.write(bytes));
    }

    /** What a record holds; written twice, as its sum stands before it. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void record(String name, long size, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(ROOT + name);
        CheckedOutputStream summed = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        content.writeTo(summed);
        entry.setCrc(summed.getChecksum().getValue());
        entry.setSize(size);
        entry.setTimeLocal(EPOCH);
        int before = HEADER + entry.getName().length() + EXTRA_FRAME;
        int padding = (int) Math.floorMod(-(position + before), (long) ALIGNMENT);
        entry.setExtra(padding(padding));
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
        position += before + padding + size;
    }

    /** An extra field of the given length, as PyTorch's own writer uses to align. */
    private static byte[] padding(int length) {
        byte[] field = new byte[EXTRA_FRAME + length];
        ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN).putShort(PADDING).putShort((short) length);
        return field;
    }
}
