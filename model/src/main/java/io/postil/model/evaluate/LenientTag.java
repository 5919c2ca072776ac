package io.postil.model.evaluate;

/**
 * A tag as seqeval's default mode reads it ({@code end_of_chunk} and {@code start_of_chunk} of its sequence_labeling.py).
 *
 * @param prefix the first code point: B, I, E, S, O or anything else that a tag may start with
 */
record LenientTag(int prefix, String type) {
    static final LenientTag OUTSIDE = of("O");

    /** What stands before the first tag of all. */
    static final LenientTag BEGINNING = new LenientTag('O', "");

    static LenientTag of(String tag) {
        if (tag.isEmpty()) {
            throw new IllegalArgumentException("an empty tag (expected O, B-TYPE or I-TYPE)");
        }
        String rest = tag.substring(tag.offsetByCodePoints(0, 1));
        String type = rest.substring(rest.indexOf('-') + 1);
        return new LenientTag(tag.codePointAt(0), type.isEmpty() ? "_" : type);
    }

    boolean endsChunkOf(LenientTag last) {
        return switch (last.prefix) {
            case 'E', 'S' -> true;
            case 'B', 'I' -> prefix == 'B' || prefix == 'S' || prefix == 'O' || !last.type.equals(type);
            default -> !last.isOutside() && !last.type.equals(type);
        };
    }

    boolean startsChunkAfter(LenientTag last) {
        boolean afterEnd = last.prefix == 'E' || last.prefix == 'S' || last.prefix == 'O';
        return switch (prefix) {
            case 'B', 'S' -> true;
            case 'E', 'I' -> afterEnd || !last.type.equals(type);
            default -> !isOutside() && !last.type.equals(type);
        };
    }

    private boolean isOutside() {
        return prefix == 'O' || prefix == '.';
    }
}
