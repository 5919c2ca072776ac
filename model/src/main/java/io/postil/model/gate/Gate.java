package io.postil.model.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether a challenger replaces the champion: it must be better on held-out corrections and not worse elsewhere. A pure
 * function: the same trials give the same verdict.
 */
public final class Gate {
    private final GateRules rules;

    public Gate(GateRules rules) {
        this.rules = rules;
    }

    /**
     * Judges, in this order: enough corrections, better on them, no more leaks than the margin, not worse on older items, nor on any of
     * their labels.
     *
     * @param corrections trials on held-out corrections
     * @param older trials on held-out items from before
     * @param moves how many corrections went from which label to which; older items that the challenger takes the same way
     *     are no losses, since people's corrections are newer than they are
     */
    public Verdict judge(List<Trial> corrections, List<Trial> older, Map<Move, Integer> moves) {
        Corrections news = new Corrections(corrections, rules);
        Older olds = Older.of(older, moves, rules);
        Leak leak = new Leak(Stream.concat(corrections.stream(), older.stream()).toList(), rules);
        return Stream.of(news.objection(), leak.objection(), olds.objection(), olds.labelObjection())
                .flatMap(Optional::stream)
                .findFirst()
                .<Verdict>map(objection -> new Verdict.Refuse("Refused: " + objection))
                .orElseGet(() -> new Verdict.Promote(
                        ("Promoted: " + news.finding() + " " + olds.finding() + " " + leak.finding()).strip()));
    }
}
