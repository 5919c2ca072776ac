package io.postil.model.data;

import io.postil.model.Input;
import io.postil.model.train.TrainingItem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables. Quotes count between commas; elsewhere they are characters like others. */
final class TableReader {
    private final Source source;
    private final CSVFormat format;
    private final Columns columns;
    private int width;
    private final Map<String, Integer> header = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    TableReader(Source source, char usualDelimiter, Columns columns) {
        this.source = source;
        this.columns = columns;
        char delimiter = columns.delimiter().orElse(usualDelimiter);
        format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setQuote(delimiter == ',' ? Character.valueOf('"') : null)
                .setIgnoreEmptyLines(true)
                .get();
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser records = format.parse(new StringReader(source.characters()))) {
            for (CSVRecord record : records) {
                if (width == 0) {
                    readHeader(record);
                }
                if (record.getRecordNumber() > 1 || !columns.header()) {
                    rows.add(row(record, line));
                }
                line = records.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(
                    source.name(), line, "not closed or misplaced quotes in the record that starts here");
        }
        return rows;
    }

    private void readHeader(CSVRecord names) {
        width = names.size();
        for (int i = 0; i < width; i++) {
            header.put(columns.header() ? names.get(i).strip() : Integer.toString(i + 1), i);
        }
        required(columns.text());
        required(columns.label());
    }

    private Row row(CSVRecord record, long line) {
        if (record.size() != width) {
            throw new DataException(
                    source.name(),
                    line,
                    "%s columns (expected %s, as in the first line)".formatted(record.size(), width));
        }
        Input input = new Input(record.get(required(columns.text())), value(record, columns.textPair()));
        String label = record.get(required(columns.label()));
        if (label.isBlank()) {
            throw new DataException(source.name(), line, "the label is blank");
        }
        return new Row(
                new TrainingItem.Labelled(input, label),
                value(record, columns.conversation()),
                value(record, columns.language()));
    }

    private int required(List<String> names) {
        return index(names)
                .orElseThrow(() -> new DataException(
                        source.name(),
                        1,
                        "no column %s (columns: %s)".formatted(String.join(" or ", names), header.keySet())));
    }

    private Optional<String> value(CSVRecord record, List<String> names) {
        return index(names).map(record::get).filter(value -> !value.isEmpty());
    }

    private Optional<Integer> index(List<String> names) {
        return names.stream().filter(header::containsKey).findFirst().map(header::get);
    }
}
