package io.postil.model.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Reads labelled data. The whole file is read or refused: a bad line is an error that names it. */
public final class DataFile {

    private DataFile() {}

    /**
     * Reads a file whose format its name or its first line shows.
     *
     * @throws DataException naming file, line and what was expected
     */
    public static List<Row> read(Path file) {
        Source source = Source.read(file);
        return rows(source, Format.guess(source), Columns.usual());
    }

    /**
     * Reads what is open already, as a file of that name; the caller closes it.
     *
     * @throws DataException naming file, line and what was expected
     */
    public static List<Row> read(String name, InputStream in) {
        Source source = Source.read(name, in);
        return rows(source, Format.guess(source), Columns.usual());
    }

    /**
     * Reads a file of a given format.
     *
     * @param columns for tables; other formats need none
     * @throws DataException naming file, line and what was expected
     */
    public static List<Row> read(Path file, Format format, Columns columns) {
        return rows(Source.read(file), format, columns);
    }

    private static List<Row> rows(Source source, Format format, Columns columns) {
        return switch (format) {
            case JSONL -> new JsonlReader(source).rows();
            case CSV -> new TableReader(source, ',', columns).rows();
            case TSV -> new TableReader(source, '\t', columns).rows();
            case CONLL -> new ConllReader(source).rows();
        };
    }
}
