package io.postil.model.data;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a data file is written. */
public enum Format {
    /** An object a line: {@code text}, {@code text_pair}?, {@code label} or {@code spans}, {@code conversation}?, {@code language}?. */
    JSONL,
    /** RFC 4180, with a header line. */
    CSV,
    /** Columns between tabs, with a header line. */
    TSV,
    /** A token and its tag a line, a blank line between sentences. */
    CONLL;

    private static final Pattern TOKEN_AND_TAG = Pattern.compile("\\S+\\s+(O|[BIES]-\\S+)\\s*");

    /** By the name; a .tsv or .txt file may hold tokens and tags too, which its first line shows. */
    static Format guess(Source source) {
        String name = source.name().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
            return JSONL;
        }
        if (name.endsWith(".csv")) {
            return CSV;
        }
        boolean tagged = name.endsWith(".conll")
                || TOKEN_AND_TAG.matcher(firstLine(source)).matches();
        if (!tagged && !name.endsWith(".tsv")) {
            throw new DataException(source.name(), 1, "cannot tell the format (expected .jsonl, .csv, .tsv or .conll)");
        }
        return tagged ? CONLL : TSV;
    }

    private static String firstLine(Source source) {
        return source.characters()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }
}
