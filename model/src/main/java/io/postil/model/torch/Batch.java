package io.postil.model.torch;

import io.postil.model.text.Encoded;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;

/** Rows of tokens padded to the longest, as the models' methods take them: [3, rows, columns] of ids, types and mask. */
record Batch(LongBuffer longs, int rows, int columns) {

    static Batch of(List<Encoded> rows, int padTokenId) {
        int columns = rows.stream().mapToInt(Encoded::size).max().orElseThrow();
        int plane = Math.multiplyExact(rows.size(), columns);
        long[] longs = new long[Math.multiplyExact(3, plane)];
        Arrays.fill(longs, 0, plane, padTokenId);
        for (int row = 0; row < rows.size(); row++) {
            Encoded tokens = rows.get(row);
            for (int column = 0; column < tokens.size(); column++) {
                int place = row * columns + column;
                longs[place] = tokens.id(column);
                longs[plane + place] = tokens.type(column);
                longs[2 * plane + place] = 1;
            }
        }
        return new Batch(LongBuffer.wrap(longs), rows.size(), columns);
    }
}
