package io.postil.model.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The characters of a data file, with or without a byte order mark, unpacked if it is gzip. Read line by line or as a stream, never
 * whole. Threading: one thread.
 */
public final class Source implements AutoCloseable {
    private static final int PEEKED = 4096;

    private final String name;
    private final StrictReader strict;
    private final BufferedReader reader;
    private long line;

    private Source(String name, InputStream in, Charset charset) {
        this.name = name;
        this.strict = new StrictReader(name, in, charset);
        this.reader = new BufferedReader(strict);
    }

    /**
     * Opens a file.
     *
     * @throws DataException if it cannot be read
     */
    public static Source open(Path file, Charset charset) {
        try {
            return open(file.getFileName().toString(), Files.newInputStream(file), charset);
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": no such file", e);
        } catch (IOException e) {
            throw new DataException("cannot read " + file, e);
        }
    }

    /** Of a file that is open already, which is closed with this. */
    public static Source open(String name, InputStream in, Charset charset) {
        try {
            return new Source(name, unpacked(in), charset);
        } catch (IOException e) {
            throw new DataException("cannot read " + name, e);
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        byte[] start = buffered.readNBytes(2);
        buffered.reset();
        boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
        return gzip ? new GZIPInputStream(buffered, 8192) : buffered;
    }

    String name() {
        return name;
    }

    /** The number of the line that was read last. */
    public long line() {
        return line;
    }

    /**
     * The next line, without its end: LF, CR LF or CR. Empty at the end.
     *
     * @throws DataException naming the line, if it cannot be decoded, is beyond any sense long, or the packed data end early
     */
    public Optional<String> next() {
        try {
            strict.next();
            line++;
            return Optional.ofNullable(reader.readLine());
        } catch (IOException e) {
            throw new DataException("cannot read " + name, e);
        }
    }

    /** All that was not read yet. */
    Reader rest() {
        return reader;
    }

    /** Tells the source that a record of {@link #rest} was read whole. */
    void recordRead() {
        strict.next();
    }

    /** The first line that is not blank, or its beginning; it is still to be read. */
    String firstLine() {
        try {
            char[] start = new char[PEEKED];
            reader.mark(PEEKED + 1);
            int count = 0;
            for (int read = 0; read >= 0 && count < PEEKED; read = reader.read(start, count, PEEKED - count)) {
                count += read;
            }
            reader.reset();
            return new String(start, 0, count)
                    .lines()
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new DataException("cannot read " + name, e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new DataException("cannot read " + name, e);
        }
    }
}
