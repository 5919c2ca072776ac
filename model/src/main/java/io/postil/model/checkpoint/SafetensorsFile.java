package io.postil.model.checkpoint;

import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;

/** One safetensors file. Holds its header only; each read opens the file, so there is nothing to close. */
public final class SafetensorsFile implements Tensors {
    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final SafetensorsHeader header;

    private SafetensorsFile(Path file, SafetensorsHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Reads and checks the header.
     *
     * @throws CheckpointException naming file and reason
     */
    public static SafetensorsFile open(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return new SafetensorsFile(file, SafetensorsHeader.read(file, channel));
        } catch (NoSuchFileException e) {
            throw new CheckpointException(file + ": no such file", e);
        } catch (IOException e) {
            throw new CheckpointException(file + ": cannot be read", e);
        }
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(header.places().keySet());
    }

    @Override
    public Shape shape(String name) {
        return place(name).shape();
    }

    @Override
    public float[] read(String name) {
        SafetensorsHeader.Place place = place(name);
        if (!place.type().readable()) {
            throw new CheckpointException(
                    file + ": tensor " + name + " is " + place.type() + ", expected F32, F16 or BF16");
        }
        if (place.shape().count() > Integer.MAX_VALUE - 8) {
            throw new CheckpointException(file + ": tensor " + name + " of shape " + place.shape() + " is too large");
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(header.dataStart() + place.begin());
            return read(channel, place);
        } catch (IOException e) {
            throw new CheckpointException(file + ": tensor " + name + " cannot be read", e);
        }
    }

    private float[] read(SeekableByteChannel channel, SafetensorsHeader.Place place) throws IOException {
        float[] values = new float[(int) place.shape().count()];
        int width = place.type().bytes();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < values.length; ) {
            int count = Math.min(values.length - done, CHUNK / width);
            chunk.clear().limit(count * width);
            while (chunk.hasRemaining()) {
                if (channel.read(chunk) < 0) {
                    throw new IOException("the file became shorter");
                }
            }
            place.type().read(chunk.flip(), values, done, count);
            done += count;
        }
        return values;
    }

    private SafetensorsHeader.Place place(String name) {
        SafetensorsHeader.Place place = header.places().get(name);
        if (place == null) {
            throw new CheckpointException(file + ": no tensor " + name);
        }
        return place;
    }
}
