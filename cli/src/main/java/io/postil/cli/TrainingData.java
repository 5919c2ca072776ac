package io.postil.cli;

import io.postil.model.Head;
import io.postil.model.data.Row;
import io.postil.model.text.TagSet;
import io.postil.model.train.TrainingItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Labelled rows of one kind in three parts.
 *
 * @param digest of the files that they come from
 */
record TrainingData(List<Row> trainRows, List<Row> validationRows, Optional<List<Row>> heldOut, String digest) {

    /** @throws InputException if a part has no row, rows of two kinds are mixed, or there is but one label to learn */
    TrainingData {
        trainRows = List.copyOf(trainRows);
        validationRows = List.copyOf(validationRows);
        require(!trainRows.isEmpty(), "no row to train on");
        require(
                !validationRows.isEmpty() && !heldOut.equals(Optional.of(List.of())),
                "no row to validate or to measure with: rows of one conversation stay together, and there are too few "
                        + "of those (expected more data, or --train, --validation and --test)");
        boolean labelled = isLabelled(trainRows.get(0));
        require(
                all(trainRows, validationRows, heldOut).allMatch(row -> isLabelled(row) == labelled),
                "rows with a label and rows with spans are mixed");
        Set<String> learned = names(trainRows.stream());
        require(
                learned.size() >= (labelled ? 2 : 1),
                "the rows to train on have " + (labelled ? "but the label " + learned : "no span")
                        + " (expected something to tell apart)");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new InputException("--data: " + message);
        }
    }

    private static Stream<Row> all(List<Row> train, List<Row> validation, Optional<List<Row>> heldOut) {
        return Stream.of(train, validation, heldOut.orElse(List.of())).flatMap(List::stream);
    }

    private Stream<Row> all() {
        return all(trainRows, validationRows, heldOut);
    }

    List<TrainingItem> train() {
        return items(trainRows);
    }

    List<TrainingItem> validation() {
        return items(validationRows);
    }

    static List<TrainingItem> items(List<Row> rows) {
        return rows.stream().map(Row::item).toList();
    }

    Head head() {
        return isLabelled(trainRows.get(0)) ? Head.SEQUENCE : Head.TOKENS;
    }

    /** What the model answers with, in the order of its logits: labels sorted, or the tags of the sorted types. */
    List<String> labels() {
        List<String> names = List.copyOf(names(all()));
        return head() == Head.SEQUENCE ? names : TagSet.labelsFor(names);
    }

    /** Labels, or types, that no row to train on has. */
    Set<String> neverLearned() {
        Set<String> names = new TreeSet<>(names(all()));
        names.removeAll(names(trainRows.stream()));
        return names;
    }

    private static Set<String> names(Stream<Row> rows) {
        Set<String> names = new TreeSet<>();
        rows.forEach(row -> {
            if (row.item() instanceof TrainingItem.Labelled labelled) {
                names.add(labelled.label());
            } else if (row.item() instanceof TrainingItem.Spanned spanned) {
                spanned.spans().forEach(span -> names.add(span.type()));
            }
        });
        return names;
    }

    List<String> languages() {
        Set<String> languages = new TreeSet<>();
        all().forEach(row -> row.language().ifPresent(languages::add));
        return List.copyOf(languages);
    }

    private static boolean isLabelled(Row row) {
        return row.item() instanceof TrainingItem.Labelled;
    }
}
