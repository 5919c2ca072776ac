package io.postil.model.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a data file is to be read.
 *
 * @param format where the name and the first line shall not tell it
 */
public record DataLayout(Optional<Format> format, Columns columns, Charset charset) {

    /** By the file's name and first line, the usual columns, UTF-8. */
    public static DataLayout usual() {
        return new DataLayout(Optional.empty(), Columns.usual(), StandardCharsets.UTF_8);
    }

    DataLayout withoutLabels() {
        return new DataLayout(format, columns.withoutLabels(), charset);
    }
}
