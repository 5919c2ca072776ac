package io.postil.privacy.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A pattern taken apart. */
sealed interface Syntax {
    /** What matches the same, read from its end to its beginning. */
    Syntax reversed();

    /** One character of some ranges, both ends in. */
    record Chars(List<Range> ranges) implements Syntax {
        @Override
        public Syntax reversed() {
            return this;
        }

        boolean has(char c) {
            return ranges.stream().anyMatch(range -> c >= range.first() && c <= range.last());
        }
    }

    /** Characters from one to another, both in. */
    record Range(char first, char last) {}

    /** One after the other. */
    record Sequence(List<Syntax> parts) implements Syntax {
        @Override
        public Syntax reversed() {
            var reversed = new ArrayList<>(parts.stream().map(Syntax::reversed).toList());
            Collections.reverse(reversed);
            return new Sequence(reversed);
        }
    }

    /** One or another. */
    record Choice(List<Syntax> parts) implements Syntax {
        @Override
        public Syntax reversed() {
            return new Choice(parts.stream().map(Syntax::reversed).toList());
        }
    }

    /**
     * Some times over.
     *
     * @param most -1 for any number
     */
    record Repeat(Syntax part, int least, int most) implements Syntax {
        @Override
        public Syntax reversed() {
            return new Repeat(part.reversed(), least, most);
        }
    }
}
