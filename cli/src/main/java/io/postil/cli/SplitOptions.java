package io.postil.cli;

import io.postil.model.data.Row;
import io.postil.model.data.Split;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Labelled data in three parts: to learn from, to stop by, and to measure with. */
final class SplitOptions {
    @Mixin
    private DataOptions data;

    @Option(
            names = "--train",
            paramLabel = "[LABEL=]FILE",
            description = "To learn from, in place of --data; without --validation a tenth is kept to stop by.")
    private List<String> train = List.of();

    @Option(names = "--validation", paramLabel = "[LABEL=]FILE", description = "To stop by.")
    private List<String> validation = List.of();

    @Option(names = "--test", paramLabel = "[LABEL=]FILE", description = "To measure with.")
    private List<String> test = List.of();

    TrainingData read() {
        if (data.given() == !train.isEmpty() || (train.isEmpty() && !(validation.isEmpty() && test.isEmpty()))) {
            throw new UsageException("expected either --data, or --train with or without --validation and --test");
        }
        return data.given() ? byHash(data.rows()) : byFile();
    }

    private TrainingData byHash(List<Row> rows) {
        return new TrainingData(
                of(rows, Split.TRAIN),
                of(rows, Split.VALIDATION),
                Optional.of(of(rows, Split.HELD_OUT)),
                data.digest(files()));
    }

    private TrainingData byFile() {
        List<Row> rows = data.rows(train);
        boolean given = !validation.isEmpty();
        return new TrainingData(
                given
                        ? rows
                        : rows.stream()
                                .filter(row -> row.split() != Split.VALIDATION)
                                .toList(),
                given ? data.rows(validation) : of(rows, Split.VALIDATION),
                test.isEmpty() ? Optional.empty() : Optional.of(data.rows(test)),
                data.digest(files()));
    }

    private static List<Row> of(List<Row> rows, Split split) {
        return rows.stream().filter(row -> row.split() == split).toList();
    }

    private List<String> files() {
        return Stream.of(data.files(), train, validation, test)
                .flatMap(List::stream)
                .toList();
    }

    /** The names of the files, for people. */
    String names() {
        return data.names(files());
    }
}
