package io.postil.model.data;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a data file is written. */
public enum Format {
    /**
     * An object a line: {@code text}, {@code text_pair}?, and {@code label} or {@code spans}; or {@code tokens} and {@code tags};
     * {@code conversation}?, {@code language}?.
     */
    JSONL,
    /** RFC 4180: values may stand in double quotes. */
    CSV,
    /** Columns between tabs; quotes are characters like others. */
    TSV,
    /** A token and its tags a line, a blank line between sentences; IOB1, IOB2, IOBES or BILOU. */
    CONLL;

    private static final Pattern TOKEN_AND_TAG = Pattern.compile("\\S+(\\s+\\S+)*\\s+(O|[BIESLUM]-\\S+)\\s*");

    /** By the name; or by the first line, which shows objects and tokens with tags. */
    static Format guess(Source source) {
        String name = source.name().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
            return JSONL;
        }
        if (name.endsWith(".csv")) {
            return CSV;
        }
        String first = source.firstLine();
        if (!name.endsWith(".tsv") && (first.isEmpty() || first.stripLeading().startsWith("{"))) {
            return JSONL;
        }
        boolean tagged = name.matches(".*\\.(conll|iob2?|bio|bioes)")
                || TOKEN_AND_TAG.matcher(first).matches();
        if (!tagged && !name.endsWith(".tsv")) {
            throw new DataException(source.name(), 1, "cannot tell the format (expected .jsonl, .csv, .tsv or .conll)");
        }
        return tagged ? CONLL : TSV;
    }
}
