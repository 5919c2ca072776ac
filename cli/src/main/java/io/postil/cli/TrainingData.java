package io.postil.cli;

import io.postil.model.Head;
import io.postil.model.data.Row;
import io.postil.model.data.Split;
import io.postil.model.train.TrainingItem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Labelled rows of one kind, and the digest of the file that they come from. */
record TrainingData(List<Row> rows, String digest) {

    /** @throws InputException if a split has no row, or rows with labels and rows with spans are mixed */
    static TrainingData read(DataOptions options) {
        TrainingData data = new TrainingData(options.rows(), options.digest());
        for (Split split : Split.values()) {
            if (data.items(split).isEmpty()) {
                throw new InputException("--data: " + options.names() + " has no row in split " + split
                        + "; rows of one conversation stay together, and there are too few of those");
            }
        }
        long labelled = data.rows.stream().filter(TrainingData::isLabelled).count();
        if (labelled != 0 && labelled != data.rows.size()) {
            throw new InputException("--data: " + options.names() + " mixes rows with a label and rows with spans");
        }
        return data;
    }

    List<TrainingItem> items(Split split) {
        return rows.stream().filter(row -> row.split() == split).map(Row::item).toList();
    }

    Head head() {
        return isLabelled(rows.get(0)) ? Head.SEQUENCE : Head.TOKENS;
    }

    /** The labels, or the types of the spans, sorted. */
    List<String> names() {
        Set<String> names = new TreeSet<>();
        for (Row row : rows) {
            if (row.item() instanceof TrainingItem.Labelled labelled) {
                names.add(labelled.label());
            } else if (row.item() instanceof TrainingItem.Spanned spanned) {
                spanned.spans().forEach(span -> names.add(span.type()));
            }
        }
        return List.copyOf(names);
    }

    /** What early stopping looks at. */
    String metric() {
        return head() == Head.SEQUENCE ? "macro_f1" : "f1";
    }

    List<String> languages() {
        Set<String> languages = new TreeSet<>();
        rows.forEach(row -> row.language().ifPresent(languages::add));
        return List.copyOf(languages);
    }

    private static boolean isLabelled(Row row) {
        return row.item() instanceof TrainingItem.Labelled;
    }
}
