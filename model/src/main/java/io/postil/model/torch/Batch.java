package io.postil.model.torch;

import io.postil.model.text.Token;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;

/** Rows of tokens padded to the longest, as the models' methods take them: [3, rows, columns] of ids, types and mask. */
record Batch(LongBuffer longs, int rows, int columns) {

    static Batch of(List<List<Token>> rows, int padTokenId) {
        int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
        long[] longs = new long[3 * rows.size() * columns];
        int plane = rows.size() * columns;
        Arrays.fill(longs, 0, plane, padTokenId);
        for (int row = 0; row < rows.size(); row++) {
            List<Token> tokens = rows.get(row);
            for (int column = 0; column < tokens.size(); column++) {
                int place = row * columns + column;
                longs[place] = tokens.get(column).id();
                longs[plane + place] = tokens.get(column).type();
                longs[2 * plane + place] = 1;
            }
        }
        return new Batch(LongBuffer.wrap(longs), rows.size(), columns);
    }
}
