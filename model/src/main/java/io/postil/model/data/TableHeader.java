package io.postil.model.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/** Where the columns of a table are, counted from 0; label is empty where none is to be read. */
record TableHeader(
        int width,
        int text,
        Optional<Integer> textPair,
        Optional<Integer> label,
        Optional<Integer> conversation,
        Optional<Integer> language) {

    /** @throws DataException if a column that is needed is not there, or two have its name */
    static TableHeader of(String file, long line, CSVRecord first, Columns columns) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            names.add(columns.header() ? first.get(i).strip() : Integer.toString(i + 1));
        }
        Names found = new Names(file, line, names);
        return new TableHeader(
                names.size(),
                found.required(columns.text()),
                found.index(columns.textPair()),
                columns.labelled() ? Optional.of(found.required(columns.label())) : Optional.empty(),
                found.index(columns.conversation()),
                found.index(columns.language()));
    }

    private record Names(String file, long line, List<String> names) {

        int required(Columns.Column column) {
            return index(new Columns.Column(column.names(), true)).orElseThrow();
        }

        Optional<Integer> index(Columns.Column column) {
            for (String wanted : column.names()) {
                List<Integer> exact = matching(wanted, false);
                List<Integer> found = exact.isEmpty() ? matching(wanted, true) : exact;
                if (found.size() > 1) {
                    throw problem("column " + wanted + " is there " + found.size() + " times");
                }
                if (!found.isEmpty()) {
                    return Optional.of(found.get(0));
                }
            }
            if (column.demanded()) {
                throw problem("no column " + column + " (columns: " + names + ")");
            }
            return Optional.empty();
        }

        private List<Integer> matching(String wanted, boolean anyCase) {
            return IntStream.range(0, names.size())
                    .filter(i -> anyCase
                            ? names.get(i).equalsIgnoreCase(wanted)
                            : names.get(i).equals(wanted))
                    .boxed()
                    .toList();
        }

        private DataException problem(String problem) {
            return new DataException(file, line, problem);
        }
    }
}
