package io.postil.trainer.runs;

import io.postil.schemas.Example;
import java.util.Map;

/** An example, and where in the examples topic it stands. */
record NotedExample(Example example, int partition, long offset) {

    /** @param through partition, as text, to the first offset that a run had not read */
    boolean isNewSince(Map<String, Long> through) {
        return offset >= through.getOrDefault(Integer.toString(partition), 0L);
    }
}
