package io.postil.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks for a word in the bytes of files and texts, as UTF-8 and UTF-16 of either order would have it, at any place. */
final class Search {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int SHOWN = 48;

    private final List<String> wanted;

    Search(String word) {
        wanted = CHARSETS.stream()
                .map(charset -> new String(word.getBytes(charset), StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** File and what stands there, of each file below a folder that has the word. */
    List<String> in(Path folder, Predicate<Path> files) {
        List<String> hits = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file :
                    all.filter(Files::isRegularFile).filter(files).sorted().toList()) {
                in(Files.readAllBytes(file)).forEach(hit -> hits.add(folder.relativize(file) + ": " + hit));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hits;
    }

    /** What stands at the first place of each way to write the word. */
    List<String> in(byte[] bytes) {
        String view = new String(bytes, StandardCharsets.ISO_8859_1);
        return wanted.stream()
                .mapToInt(view::indexOf)
                .filter(at -> at >= 0)
                .mapToObj(at -> view.substring(at, Math.min(view.length(), at + SHOWN)))
                .toList();
    }
}
