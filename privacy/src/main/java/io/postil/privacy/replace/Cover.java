package io.postil.privacy.replace;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Places of a text, to be asked what lies within one of them. */
final class Cover {
    /** The furthest end of the places that begin there or before. */
    private final TreeMap<Integer, Integer> ends = new TreeMap<>();

    /** Of places in the order of their beginnings. */
    Cover(List<WordList.Place> places) {
        int furthest = 0;
        for (WordList.Place place : places) {
            furthest = Math.max(furthest, place.end());
            ends.put(place.start(), furthest);
        }
    }

    /** Whether {@code [start, end)} lies within a place. */
    boolean holds(int start, int end) {
        Map.Entry<Integer, Integer> before = ends.floorEntry(start);
        return before != null && end <= before.getValue();
    }
}
