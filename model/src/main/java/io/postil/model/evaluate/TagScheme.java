package io.postil.model.evaluate;

import java.util.ArrayList;
import java.util.List;

/** How tags become chunks. Both ways are seqeval's (https://github.com/chakki-works/seqeval, version 1.2.2). */
public enum TagScheme {
    /** Lenient, as conlleval: a change of type starts a chunk, also at an I-. */
    DEFAULT {
        @Override
        public List<Chunk> chunks(List<String> tags) {
            List<Chunk> chunks = new ArrayList<>();
            LenientTag last = LenientTag.BEGINNING;
            int start = 0;
            for (int i = 0; i <= tags.size(); i++) {
                LenientTag tag = i < tags.size() ? LenientTag.of(tags.get(i)) : LenientTag.OUTSIDE;
                if (tag.endsChunkOf(last)) {
                    chunks.add(new Chunk(last.type(), start, i));
                }
                if (tag.startsChunkAfter(last)) {
                    start = i;
                }
                last = tag;
            }
            return chunks;
        }

        /** All sentences in one row, an O behind each, as seqeval does: what a malformed tag leaves open reaches the next sentence. */
        @Override
        List<List<Chunk>> ofAll(List<List<String>> sentences) {
            List<String> row = new ArrayList<>();
            for (List<String> sentence : sentences) {
                row.addAll(sentence);
                row.add("O");
            }
            return List.of(chunks(row));
        }
    },

    /** A chunk is B- and the I- of the same type that follow it; any other I- is nothing. */
    STRICT_IOB2 {
        @Override
        public List<Chunk> chunks(List<String> tags) {
            List<Chunk> chunks = new ArrayList<>();
            tags.forEach(TagScheme::requireIob);
            for (int i = 0; i < tags.size(); i++) {
                if (tags.get(i).startsWith("B")) {
                    chunks.add(new Chunk(strictType(tags.get(i)), i, insideEnd(tags, i)));
                }
            }
            return chunks;
        }
    };

    /**
     * The chunks of one sentence, in order; offsets count tags.
     *
     * @throws IllegalArgumentException in strict mode, for a tag that starts with something else than B, I or O
     */
    public abstract List<Chunk> chunks(List<String> tags);

    /** The chunks of many sentences, in as many lists as suits the scheme; the same for gold and predicted. */
    List<List<Chunk>> ofAll(List<List<String>> sentences) {
        return sentences.stream().map(this::chunks).toList();
    }

    private static int insideEnd(List<String> tags, int start) {
        String type = strictType(tags.get(start));
        int end = start + 1;
        while (end < tags.size()
                && tags.get(end).startsWith("I")
                && strictType(tags.get(end)).equals(type)) {
            end++;
        }
        return end;
    }

    private static void requireIob(String tag) {
        if (tag.isEmpty() || "BIO".indexOf(tag.charAt(0)) < 0) {
            throw new IllegalArgumentException("tag '" + tag + "': expected O, B-TYPE or I-TYPE");
        }
    }

    private static String strictType(String tag) {
        String type = tag.substring(1).replaceAll("^-+|-+$", "");
        return type.isEmpty() ? "_" : type;
    }
}
