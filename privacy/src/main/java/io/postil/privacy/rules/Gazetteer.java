package io.postil.privacy.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A list of names, folded and in lower case, as a table of their 64-bit hashes: with some thousand names, that another word has the
 * hash of one is as good as impossible. Immutable.
 */
final class Gazetteer {
    private final long[] table;

    private Gazetteer(List<String> names) {
        table = new long[Integer.highestOneBit(Math.max(names.size(), 1)) * 4];
        for (String name : names) {
            long hash = hash(name, 0, name.length());
            int at = slot(hash);
            while (table[at] != 0 && table[at] != hash) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = hash;
        }
    }

    static Gazetteer of(List<String> names) {
        return new Gazetteer(names.stream().map(Folding::word).toList());
    }

    /** Names parted by {@code separator} in a file beside this class; lines that begin with # are none. */
    static Gazetteer read(String file, String separator) {
        try (InputStream input = Gazetteer.class.getResourceAsStream(file)) {
            var text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            return of(text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split(separator)).stream())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " in the jar cannot be read", e);
        }
    }

    /** Whether {@code [start, end)} of a folded text in lower case is one of the names. */
    boolean has(String lower, int start, int end) {
        long hash = hash(lower, start, end);
        for (int at = slot(hash); table[at] != 0; at = (at + 1) & (table.length - 1)) {
            if (table[at] == hash) {
                return true;
            }
        }
        return false;
    }

    private int slot(long hash) {
        return (int) (hash >>> 40) & (table.length - 1);
    }

    /** FNV-1a with a final mix (Stafford's thirteenth), never 0. */
    private static long hash(String text, int start, int end) {
        long hash = 0xcbf29ce484222325L;
        for (int at = start; at < end; at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash == 0 ? 1 : hash ^ (hash >>> 31);
    }
}
