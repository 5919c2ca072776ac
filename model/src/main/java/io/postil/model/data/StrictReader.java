package io.postil.model.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.zip.ZipException;

/**
 * Characters decoded without mercy: a malformed byte, a packed stream that ends early, or a line (of a table: a record) beyond any
 * sense is a {@link DataException} that names the line. Threading: one thread.
 */
final class StrictReader extends Reader {
    /** Characters of one line or record, give or take a buffer. */
    static final int LONGEST = 16 * 1024 * 1024;

    private final String name;
    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(16_384).flip();
    private final CharBuffer chars = CharBuffer.allocate(16_384).flip();
    private boolean ended;
    private boolean begun;
    private char last;
    private long line = 1;
    private long sinceMark;

    StrictReader(String name, InputStream in, Charset charset) {
        this.name = name;
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** A line or record was read whole: the next may be as long again. */
    void next() {
        sinceMark = 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        sinceMark += count;
        if (sinceMark > LONGEST) {
            throw new DataException(name, line, "longer than " + LONGEST + " characters");
        }
        return count;
    }

    private void decode() throws IOException {
        boolean end = !fill();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, end);
        ended = end && !result.isError() && decoder.flush(chars).isUnderflow() && result.isUnderflow();
        chars.flip();
        count();
        if (result.isError() && !chars.hasRemaining()) {
            String found = "0x%02X".formatted(bytes.get(bytes.position()));
            throw new DataException(name, line, "byte " + found + " is not " + charset);
        }
        if (!begun && chars.hasRemaining()) {
            begun = true;
            chars.position(chars.get(0) == '\uFEFF' ? 1 : 0);
        }
    }

    /** Whether there is more to come. */
    private boolean fill() throws IOException {
        bytes.compact();
        try {
            int read = bytes.hasRemaining() ? in.read(bytes.array(), bytes.position(), bytes.remaining()) : 0;
            bytes.position(bytes.position() + Math.max(0, read));
            return read >= 0;
        } catch (EOFException e) {
            throw new DataException(name, line, "the gzip data ends early");
        } catch (ZipException e) {
            throw new DataException(name, line, "not gzip as it should be: " + e.getMessage());
        } finally {
            bytes.flip();
        }
    }

    private void count() {
        for (int i = chars.position(); i < chars.limit(); i++) {
            char next = chars.get(i);
            line += next == '\r' || (next == '\n' && last != '\r') ? 1 : 0;
            last = next;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
