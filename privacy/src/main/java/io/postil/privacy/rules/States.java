package io.postil.privacy.rules;

import io.postil.privacy.rules.Syntax.Chars;
import io.postil.privacy.rules.Syntax.Choice;
import io.postil.privacy.rules.Syntax.Repeat;
import io.postil.privacy.rules.Syntax.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The states of a pattern's automaton that may be in several at once (Thompson's construction). State 0 is the end. */
final class States {
    private final List<Chars> reads = new ArrayList<>();
    private final List<int[]> next = new ArrayList<>();
    private final int start;

    States(Syntax syntax) {
        add(null);
        start = before(syntax, 0);
    }

    /** Those before the first character. */
    BitSet first() {
        var states = new BitSet();
        enter(start, states);
        return states;
    }

    /** Those after a character. */
    BitSet after(BitSet states, char c) {
        var after = new BitSet();
        states.stream()
                .filter(state -> reads.get(state) != null && reads.get(state).has(c))
                .forEach(state -> enter(next.get(state)[0], after));
        return after;
    }

    boolean isEnd(BitSet states) {
        return states.get(0);
    }

    /** The first characters of ranges between which the automaton sees no difference, 0 among them. */
    Set<Character> bounds() {
        var bounds = new TreeSet<Character>();
        bounds.add((char) 0);
        for (Chars chars : reads) {
            if (chars != null) {
                for (Syntax.Range range : chars.ranges()) {
                    bounds.add(range.first());
                    if (range.last() < Character.MAX_VALUE) {
                        bounds.add((char) (range.last() + 1));
                    }
                }
            }
        }
        return bounds;
    }

    /** Takes in a state and what is reached from it without a character. */
    private void enter(int state, BitSet states) {
        if (states.get(state)) {
            return;
        }
        states.set(state);
        if (reads.get(state) == null) {
            for (int other : next.get(state)) {
                enter(other, states);
            }
        }
    }

    /** Makes the states that read {@code syntax} and go on with {@code after}; returns the first. */
    private int before(Syntax syntax, int after) {
        if (syntax instanceof Chars chars) {
            return add(chars, after);
        } else if (syntax instanceof Sequence sequence) {
            int state = after;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                state = before(sequence.parts().get(i), state);
            }
            return state;
        } else if (syntax instanceof Choice choice) {
            return add(
                    null,
                    choice.parts().stream()
                            .mapToInt(part -> before(part, after))
                            .toArray());
        }
        return before((Repeat) syntax, after);
    }

    private int before(Repeat repeat, int after) {
        int state = after;
        if (repeat.most() < 0) {
            state = add(null, after, after);
            next.get(state)[1] = before(repeat.part(), state);
        }
        for (int i = repeat.least(); i < repeat.most(); i++) {
            state = add(null, after, before(repeat.part(), state));
        }
        for (int i = 0; i < repeat.least(); i++) {
            state = before(repeat.part(), state);
        }
        return state;
    }

    private int add(Chars chars, int... others) {
        reads.add(chars);
        next.add(others);
        return reads.size() - 1;
    }
}
