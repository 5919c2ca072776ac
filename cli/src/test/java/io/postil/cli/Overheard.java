package io.postil.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Everything that a process says: its standard error, where logs go too, and what a test adds. Passes standard error on. */
final class Overheard implements AutoCloseable {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    Overheard() {
        System.setErr(new PrintStream(new Tee(), true, StandardCharsets.UTF_8));
    }

    /** For what would be written to a terminal. */
    PrintWriter writer() {
        return new PrintWriter(heard, true, StandardCharsets.UTF_8);
    }

    void note(String text) {
        heard.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    String said() {
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setErr(before);
    }

    private final class Tee extends OutputStream {
        @Override
        public void write(int b) {
            heard.write(b);
            before.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            heard.write(bytes, from, count);
            before.write(bytes, from, count);
        }
    }
}
