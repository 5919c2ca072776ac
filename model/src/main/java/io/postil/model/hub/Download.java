package io.postil.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * One file from the hub to the cache. What was fetched lies in {@code DIGEST.incomplete} until all is there and the digest is right; a
 * pull that was interrupted goes on behind it.
 */
record Download(Hub hub, RemoteFile file, Path blob, PullListener listener) {

    /** Fetches and checks. Returns the number of bytes fetched: none where the blob is there already. */
    long run() throws IOException {
        if (Files.exists(blob)) {
            return 0;
        }
        Files.createDirectories(blob.getParent());
        Path unfinished = blob.resolveSibling(blob.getFileName() + ".incomplete");
        boolean resumed = size(unfinished) > 0;
        long fetched = fetch(unfinished);
        String found = BlobDigest.of(unfinished, file.digest());
        if (!found.equals(file.digest()) && resumed) {
            Files.delete(unfinished);
            fetched += fetch(unfinished);
            found = BlobDigest.of(unfinished, file.digest());
        }
        if (!found.equals(file.digest())) {
            Files.delete(unfinished);
            throw new HubException(file.name() + ": digest is " + found + ", the hub says " + file.digest());
        }
        Files.move(unfinished, blob, StandardCopyOption.ATOMIC_MOVE);
        return fetched;
    }

    private long fetch(Path unfinished) throws IOException {
        long start = size(unfinished);
        long[] reached = {start};
        boolean whole = false;
        while (!whole) {
            long before = reached[0];
            whole = hub.attempts().of(file.name(), () -> {
                try {
                    return append(unfinished);
                } catch (IOException e) {
                    return goesOnAfter(e, size(unfinished) > before);
                } finally {
                    reached[0] = size(unfinished);
                }
            });
            if (!whole && reached[0] <= before) {
                throw new HubException(
                        file.name() + ": the hub sends " + reached[0] + " of " + file.size() + " bytes, and no more");
            }
        }
        return Math.max(0, reached[0] - start);
    }

    /** A connection that is cut after some bytes is no reason to wait or to count: the rest is asked for at once. */
    private static boolean goesOnAfter(IOException cut, boolean someCame) throws IOException {
        if (someCame) {
            return false;
        }
        throw cut;
    }

    /** Whether all is there now. */
    private boolean append(Path unfinished) throws IOException {
        long have = size(unfinished);
        if (have > 0 && have == file.size()) {
            return true;
        }
        HttpResponse<InputStream> response = hub.open(file, have);
        try (InputStream body = response.body()) {
            boolean goesOn = response.statusCode() == 206 && startsAt(response, have);
            if (response.statusCode() == 416 || (response.statusCode() == 206 && !goesOn)) {
                Files.deleteIfExists(unfinished);
                throw new IOException("the hub cannot go on at byte " + have + ", so it begins anew");
            }
            copy(body, unfinished, goesOn);
        }
        return file.size() < 0 || size(unfinished) == file.size();
    }

    private void copy(InputStream body, Path unfinished, boolean goesOn) throws IOException {
        StandardOpenOption how = goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (OutputStream out =
                        Files.newOutputStream(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
                Watchdog watchdog = new Watchdog(body, hub.patience())) {
            long have = goesOn ? size(unfinished) : 0;
            byte[] buffer = new byte[1 << 16];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                watchdog.sign();
                have += read;
                if (file.size() >= 0 && have > file.size()) {
                    throw new HubException(
                            file.name() + ": the hub sends more than the " + file.size() + " bytes it says");
                }
                out.write(buffer, 0, read);
                listener.fetched(file.name(), have, file.size());
            }
        }
    }

    private static boolean startsAt(HttpResponse<?> response, long from) {
        return response.headers()
                .firstValue("Content-Range")
                .map(range -> range.startsWith("bytes " + from + "-"))
                .orElse(false);
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
