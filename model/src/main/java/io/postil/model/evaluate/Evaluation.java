package io.postil.model.evaluate;

import io.postil.model.Prediction;
import io.postil.model.train.TrainingItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How well predictions answer their items. */
public sealed interface Evaluation {

    /** Named figures, 0 to 1: what {@code postil.json}, early stopping and people read. */
    Map<String, Double> metrics();

    /** The whole report, ready to be written as JSON. */
    Map<String, Object> json();

    /**
     * Compares predictions with what they should have been, pair by pair.
     *
     * @throws IllegalArgumentException if they are not equally many, none, or not all of one kind
     */
    static Evaluation of(List<? extends TrainingItem> gold, List<? extends Prediction> predicted) {
        ClassReport.requireSameSize(gold.size(), predicted.size());
        if (gold.isEmpty()) {
            throw new IllegalArgumentException("no items to evaluate");
        }
        return gold.get(0) instanceof TrainingItem.Labelled
                ? Labels.of(cast(gold, TrainingItem.Labelled.class), cast(predicted, Prediction.Labelled.class))
                : Entities.of(cast(gold, TrainingItem.Spanned.class), cast(predicted, Prediction.Tagged.class));
    }

    private static <T> List<T> cast(List<?> all, Class<T> kind) {
        all.stream().filter(one -> !kind.isInstance(one)).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException(
                    "a " + other.getClass().getSimpleName() + " among " + kind.getSimpleName());
        });
        return all.stream().map(kind::cast).toList();
    }

    /** Of one label for each input. Metrics: accuracy, macro_f1, weighted_f1. */
    record Labels(ClassReport report) implements Evaluation {
        static Labels of(List<TrainingItem.Labelled> gold, List<Prediction.Labelled> predicted) {
            return new Labels(ClassReport.of(
                    gold.stream().map(TrainingItem.Labelled::label).toList(),
                    predicted.stream().map(Prediction.Labelled::label).toList()));
        }

        @Override
        public Map<String, Double> metrics() {
            Map<String, Double> metrics = new LinkedHashMap<>();
            metrics.put("accuracy", report.accuracy());
            metrics.put("macro_f1", report.macro().f1());
            metrics.put("weighted_f1", report.weighted().f1());
            return metrics;
        }

        @Override
        public Map<String, Object> json() {
            return report.json();
        }
    }

    /**
     * Of spans, exact in type, start and end. Metrics: precision, recall and f1 (micro), macro_f1, weighted_f1, texts_right.
     *
     * @param words the same spans as tags of the words between blanks, judged as sentences of tags are
     * @param textsRight the share of texts of which all spans are right and none is surplus
     * @param leakedChars code units of gold spans that no predicted span covers
     */
    record Entities(EntityReport report, Sentences words, double textsRight, int leakedChars) implements Evaluation {
        static Entities of(List<TrainingItem.Spanned> gold, List<Prediction.Tagged> predicted) {
            List<List<Chunk>> golds = gold.stream().map(Spans::of).toList();
            List<List<Chunk>> found = IntStream.range(0, gold.size())
                    .mapToObj(i -> Spans.of(gold.get(i).input(), predicted.get(i)))
                    .toList();
            List<Outcome> outcomes = IntStream.range(0, gold.size())
                    .mapToObj(i -> Outcome.of(golds.get(i), found.get(i)))
                    .toList();
            long right = outcomes.stream().filter(Outcome::right).count();
            int leaked = outcomes.stream().mapToInt(Outcome::leakedChars).sum();
            return new Entities(
                    EntityReport.of(golds, found), words(gold, golds, found), (double) right / gold.size(), leaked);
        }

        private static Sentences words(
                List<TrainingItem.Spanned> gold, List<List<Chunk>> golds, List<List<Chunk>> found) {
            List<List<String>> goldTags = new ArrayList<>();
            List<List<String>> foundTags = new ArrayList<>();
            for (int i = 0; i < gold.size(); i++) {
                String text = gold.get(i).input().text()
                        + gold.get(i)
                                .input()
                                .textPair()
                                .map(pair -> "\n" + pair)
                                .orElse("");
                goldTags.add(WordTags.of(text, golds.get(i)));
                foundTags.add(WordTags.of(text, found.get(i)));
            }
            return Sentences.of(goldTags, foundTags);
        }

        @Override
        public Map<String, Double> metrics() {
            Map<String, Double> metrics = new LinkedHashMap<>();
            metrics.put("precision", report.micro().precision());
            metrics.put("recall", report.micro().recall());
            metrics.put("f1", report.micro().f1());
            metrics.put("macro_f1", report.macro().f1());
            metrics.put("weighted_f1", report.weighted().f1());
            metrics.put("texts_right", textsRight);
            return metrics;
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("report", report.json());
            json.putAll(words.json());
            json.remove("notes");
            if (!report.notes().isEmpty()) {
                json.put("notes", report.notes());
            }
            json.put("texts_right", textsRight);
            json.put("leaked_chars", leakedChars);
            return json;
        }
    }
}
