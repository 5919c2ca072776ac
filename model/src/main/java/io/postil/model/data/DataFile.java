package io.postil.model.data;

import io.postil.model.Input;
import io.postil.model.train.TrainingItem;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads labelled data. The whole file is read or refused: a bad line is an error that names it. */
public final class DataFile {

    private DataFile() {}

    /**
     * Reads a file whose format its name or its first line shows.
     *
     * @throws DataException naming file, line and what was expected
     */
    public static List<Row> read(Path file) {
        return read(file, DataLayout.usual());
    }

    /**
     * Reads what is open already, as a file of that name.
     *
     * @throws DataException naming file, line and what was expected
     */
    public static List<Row> read(String name, InputStream in) {
        DataLayout usual = DataLayout.usual();
        try (Source source = Source.open(name, in, usual.charset())) {
            return rows(source, usual);
        }
    }

    /**
     * Reads a file as the layout says.
     *
     * @throws DataException naming file, line and what was expected
     */
    public static List<Row> read(Path file, DataLayout layout) {
        try (Source source = Source.open(file, layout.charset())) {
            return rows(source, layout);
        }
    }

    /**
     * Reads the texts of a file, whose labels, if there are any, do not count.
     *
     * @throws DataException naming file, line and what was expected
     */
    public static List<Input> inputs(Path file, DataLayout layout) {
        return read(file, layout.withoutLabels()).stream()
                .map(row -> row.item().input())
                .toList();
    }

    /**
     * Reads a file of one text a line, all of one label; blank lines are passed over.
     *
     * @throws DataException naming file, line and what was expected
     */
    public static List<Row> lines(Path file, String label, Charset charset) {
        try (Source source = Source.open(file, charset)) {
            List<Row> rows = new ArrayList<>();
            for (Optional<String> line = source.next(); line.isPresent(); line = source.next()) {
                line.map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> new TrainingItem.Labelled(Input.of(text), label))
                        .ifPresent(item -> rows.add(new Row(item, Optional.empty(), Optional.empty())));
            }
            return rows;
        }
    }

    private static List<Row> rows(Source source, DataLayout layout) {
        Columns columns = layout.columns();
        return switch (layout.format().orElseGet(() -> Format.guess(source))) {
            case JSONL -> new JsonlReader(source, columns).rows();
            case CSV -> new TableReader(source, ',', Optional.of('"'), columns).rows();
            case TSV -> new TableReader(source, '\t', Optional.empty(), columns).rows();
            case CONLL -> new ConllReader(source, columns).rows();
        };
    }
}
