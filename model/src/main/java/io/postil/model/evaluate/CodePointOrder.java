package io.postil.model.evaluate;

import java.util.Arrays;
import java.util.Comparator;

/** By code points, as Python sorts; Java's own order puts characters beyond U+FFFF before some below it. */
enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }
}
