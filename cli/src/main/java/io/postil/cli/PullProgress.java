package io.postil.cli;

import io.postil.model.hub.PullListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Says in lines how a pull goes: one for a small file, one for each tenth of a large one. Threading: one thread. */
final class PullProgress implements PullListener {
    private static final long LARGE = 10_000_000;

    private final PrintWriter out;
    private String last = "";

    PullProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void fetched(String file, long have, long size) {
        long tenths = size > LARGE ? have * 10 / size : 0;
        String line =
                size > LARGE ? String.format(Locale.ROOT, "%s: %d %% of %.1f MB", file, tenths * 10, size / 1e6) : file;
        if (!line.equals(last)) {
            last = line;
            out.println(line);
            out.flush();
        }
    }
}
