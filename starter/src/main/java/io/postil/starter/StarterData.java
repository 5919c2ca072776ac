package io.postil.starter;

import io.postil.model.data.DataFile;
import io.postil.model.data.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What the starter models were trained and measured with; every later training run goes over it again, so that it is not forgotten. */
public final class StarterData {
    private StarterData() {}

    /** All rows of a task; none for a task that has no starter model. */
    public static List<Row> rows(String task) {
        if (!StarterCheckpoints.TASKS.contains(task)) {
            return List.of();
        }
        String file = task + ".jsonl";
        try (InputStream input = StarterData.class.getResourceAsStream("data/" + file)) {
            return DataFile.read(file, input);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " in the jar cannot be read", e);
        }
    }
}
