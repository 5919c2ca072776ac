package io.postil.model.report;

import io.postil.model.Prediction;
import io.postil.model.data.Row;
import io.postil.model.train.TrainingItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Rows and what a model answered to them.
 *
 * @param seen texts that the model learned from, normalised; empty where they are not known
 */
public record Judged(List<Row> rows, List<Prediction> answers, Optional<Set<String>> seen) {

    public Judged {
        rows = List.copyOf(rows);
        answers = List.copyOf(answers);
        if (rows.isEmpty() || rows.size() != answers.size()) {
            throw new IllegalArgumentException(rows.size() + " rows and " + answers.size() + " answers");
        }
    }

    /** The same, where what the model learned from is known. */
    public Judged learnedFrom(List<? extends TrainingItem> items) {
        Set<String> texts = new HashSet<>();
        items.forEach(item -> texts.add(normalised(item)));
        return new Judged(rows, answers, Optional.of(Set.copyOf(texts)));
    }

    List<TrainingItem> gold() {
        return rows.stream().map(Row::item).toList();
    }

    boolean isLabelled() {
        return rows.get(0).item() instanceof TrainingItem.Labelled;
    }

    boolean hasConversations() {
        return rows.stream().anyMatch(row -> row.conversation().isPresent());
    }

    /** Conversations; a row without one is a group of its own. */
    List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String own = "row " + i;
            groups.add(rows.get(i)
                    .conversation()
                    .map(name -> "conversation " + name)
                    .orElse(own));
        }
        return groups;
    }

    /** Those whose text was, or was not, learned from. */
    Optional<Judged> part(boolean wasSeen) {
        List<Row> part = new ArrayList<>();
        List<Prediction> answered = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (seen.orElse(Set.of()).contains(normalised(rows.get(i).item())) == wasSeen) {
                part.add(rows.get(i));
                answered.add(answers.get(i));
            }
        }
        return part.isEmpty() ? Optional.empty() : Optional.of(new Judged(part, answered, seen));
    }

    /** Upper and lower case, and how much blank there is, do not count. */
    private static String normalised(TrainingItem item) {
        String text = item.input().text()
                + item.input().textPair().map(pair -> "\n" + pair).orElse("");
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
