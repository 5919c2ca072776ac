package io.postil.model.data;

import io.postil.model.Input;
import io.postil.model.train.TrainingItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables. Lines with nothing in them are passed over. */
final class TableReader {
    private final Source source;
    private final CSVFormat format;
    private final Columns columns;
    private TableHeader header;

    TableReader(Source source, char usualDelimiter, Optional<Character> quote, Columns columns) {
        this.source = source;
        this.columns = columns;
        format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(columns.delimiter().orElse(usualDelimiter))
                .setQuote(quote.orElse(null))
                .setIgnoreEmptyLines(true)
                .get();
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser records = format.parse(source.rest())) {
            for (CSVRecord record : records) {
                if (header == null) {
                    header = TableHeader.of(source.name(), line, record, columns);
                }
                if (record.getRecordNumber() > 1 || !columns.header()) {
                    rows.add(row(record, line));
                }
                source.recordRead();
                line = records.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(
                    source.name(), line, "not closed or misplaced quotes in the record that starts here");
        }
        return rows;
    }

    private Row row(CSVRecord record, long line) {
        if (record.size() != header.width()) {
            throw new DataException(
                    source.name(),
                    line,
                    "%s columns (expected %s, as in the first line)".formatted(record.size(), header.width()));
        }
        Input input = new Input(record.get(header.text()), value(record, header.textPair()));
        String label = header.label().map(record::get).orElse("");
        if (columns.labelled() && label.isBlank()) {
            throw new DataException(source.name(), line, "the label is blank");
        }
        return new Row(
                new TrainingItem.Labelled(input, label),
                value(record, header.conversation()),
                value(record, header.language()));
    }

    private static Optional<String> value(CSVRecord record, Optional<Integer> column) {
        return column.map(record::get).filter(value -> !value.isEmpty());
    }
}
