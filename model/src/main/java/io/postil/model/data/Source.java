package io.postil.model.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The characters of a data file: strict UTF-8, with or without a byte order mark, unpacked if its name ends in .gz. */
record Source(String name, String characters) {

    static Source read(Path file) {
        String name = file.getFileName().toString();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return decode(name, in.readAllBytes());
        } catch (IOException e) {
            throw new DataException("cannot read " + file, e);
        }
    }

    /** As {@link #read(Path)}, of a file that is open already; the caller closes it. */
    static Source read(String name, InputStream in) {
        try {
            return decode(name, in.readAllBytes());
        } catch (IOException e) {
            throw new DataException("cannot read " + name, e);
        }
    }

    /** Without the ends of lines: LF, CR LF or CR. */
    List<String> lines() {
        return characters.lines().toList();
    }

    private static Source decode(String name, byte[] bytes) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = strict.decode(in, out, true);
        if (result.isError()) {
            String found = "0x%02X".formatted(bytes[in.position()]);
            throw new DataException(name, lineOf(bytes, in.position()), "byte " + found + " is not UTF-8");
        }
        String characters = out.flip().toString();
        return new Source(name, characters.startsWith("\uFEFF") ? characters.substring(1) : characters);
    }

    private static long lineOf(byte[] bytes, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
