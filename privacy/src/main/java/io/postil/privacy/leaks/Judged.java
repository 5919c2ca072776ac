package io.postil.privacy.leaks;

import io.postil.privacy.leaks.LabelledText.Span;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One text, what was known and what was masked, counted.
 *
 * @param byType with the known types, and those of masks
 */
record Judged(
        Counts all, Map<String, Counts> byType, Optional<String> language, boolean isHarmless, boolean isUntouched) {

    static Judged of(LabelledText text, List<Span> masks) {
        var covered = bits(masks);
        var known = bits(text.spans());
        var byType = new HashMap<String, Counts>();
        var types = new TreeSet<String>();
        text.spans().forEach(span -> types.add(span.type()));
        masks.forEach(span -> types.add(span.type()));
        for (String type : types) {
            byType.put(
                    type,
                    count(
                            of(type, text.spans()),
                            of(type, masks),
                            covered,
                            known,
                            text.text().length()));
        }
        var all = count(text.spans(), masks, covered, known, text.text().length());
        return new Judged(all, byType, text.language(), text.spans().isEmpty(), masks.isEmpty());
    }

    private static Counts count(List<Span> known, List<Span> masks, BitSet covered, BitSet allKnown, int length) {
        var personal = bits(known);
        var leaked = (BitSet) personal.clone();
        leaked.andNot(covered);
        var over = bits(masks);
        over.andNot(allKnown);
        return new Counts(
                personal.cardinality(),
                leaked.cardinality(),
                (long) length - allKnown.cardinality(),
                over.cardinality(),
                1,
                leaked.isEmpty() ? 0 : 1,
                known.size(),
                masks.size(),
                masks.stream().filter(known::contains).count(),
                known.stream().filter(span -> meets(span, masks)).count(),
                masks.stream().filter(span -> meets(span, known)).count());
    }

    private static boolean meets(Span span, List<Span> others) {
        return others.stream().anyMatch(other -> other.type().equals(span.type()) && other.overlaps(span));
    }

    private static List<Span> of(String type, List<Span> spans) {
        return spans.stream().filter(span -> span.type().equals(type)).toList();
    }

    private static BitSet bits(List<Span> spans) {
        var bits = new BitSet();
        spans.forEach(span -> bits.set(span.start(), span.end()));
        return bits;
    }
}
