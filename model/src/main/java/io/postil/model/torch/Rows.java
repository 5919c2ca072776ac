package io.postil.model.torch;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The rows of a table that a step touches, and batches that name them by their place among them. The first rows are always there, so
 * that ids up to the one that pads stay what they are.
 */
final class Rows {
    /** Ids that pad lie among the first where anything depends on their value. */
    private static final int FIRST_IDS = 8;

    /** Where no table is learned: ids stay what they are. */
    static final Rows NONE = new Rows(new long[0]);

    private final long[] places;

    private Rows(long[] places) {
        this.places = places;
    }

    static Rows of(List<Batch> batches, int padTokenId) {
        TreeSet<Long> ids = new TreeSet<>();
        LongStream.rangeClosed(0, padTokenId < FIRST_IDS ? padTokenId : 0).forEach(ids::add);
        for (Batch batch : batches) {
            LongBuffer longs = batch.longs();
            for (int i = 0; i < batch.rows() * batch.columns(); i++) {
                ids.add(longs.get(i));
            }
        }
        return new Rows(ids.stream().mapToLong(Long::longValue).toArray());
    }

    /** The ids, ascending. */
    long[] places() {
        return places.clone();
    }

    /** The batch with places in place of ids. */
    Batch in(Batch batch) {
        if (places.length == 0) {
            return batch;
        }
        long[] longs = batch.longs().array().clone();
        for (int i = 0; i < batch.rows() * batch.columns(); i++) {
            longs[i] = Arrays.binarySearch(places, longs[i]);
        }
        return new Batch(LongBuffer.wrap(longs), batch.rows(), batch.columns());
    }
}
