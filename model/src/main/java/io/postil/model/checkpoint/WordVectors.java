package io.postil.model.checkpoint;

import io.postil.model.CheckpointException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Words and their vectors, in the text format of GloVe: a word and its numbers a line, blanks between; plain or gzip. A first line of two
 * whole numbers, as word2vec writes it, is passed over.
 *
 * @param width numbers of a vector
 * @see <a href="https://nlp.stanford.edu/projects/glove/">GloVe</a>
 */
public record WordVectors(int width, Map<String, float[]> vectors) {

    /** Takes vectors of one width, in the order of their ids. */
    public WordVectors {
        vectors = new LinkedHashMap<>(vectors);
    }

    /**
     * Reads a file.
     *
     * @throws CheckpointException naming file, line and what was expected
     */
    public static WordVectors read(Path file) {
        try (BufferedReader lines = open(file)) {
            Map<String, float[]> vectors = new LinkedHashMap<>();
            int number = 0;
            int width = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] columns = line.stripTrailing().split(" ", -1);
                if (number == 1 && columns.length == 2) {
                    continue;
                }
                width = width == 0 ? columns.length - 1 : width;
                add(vectors, columns, width, file + ", line " + number);
            }
            if (vectors.isEmpty()) {
                throw new CheckpointException(file + ": no word (expected a word and its numbers a line)");
            }
            return new WordVectors(width, vectors);
        } catch (IOException e) {
            throw new CheckpointException(file + ": cannot be read", e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        boolean packed = file.toString().endsWith(".gz");
        return new BufferedReader(new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }

    /** A word may hold blanks: the numbers are counted from the end. The first vector of a word counts. */
    private static void add(Map<String, float[]> vectors, String[] columns, int width, String place) {
        if (width < 1 || columns.length <= width) {
            throw new CheckpointException(place + ": " + columns.length + " columns (expected a word and "
                    + Math.max(1, width) + " numbers)");
        }
        int words = columns.length - width;
        float[] vector = new float[width];
        for (int i = 0; i < width; i++) {
            vector[i] = number(columns[words + i], place);
        }
        vectors.putIfAbsent(String.join(" ", Arrays.copyOf(columns, words)), vector);
    }

    private static float number(String text, String place) {
        try {
            float number = Float.parseFloat(text);
            if (Float.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new CheckpointException(place + ": '" + text + "' (expected a number)", e);
        }
        throw new CheckpointException(place + ": '" + text + "' (expected a finite number)");
    }

    /** Whether no word has a capital letter, so that texts are to be read in small letters. */
    boolean isLowerCase() {
        return vectors.keySet().stream().noneMatch(word -> word.codePoints().anyMatch(Character::isUpperCase));
    }
}
