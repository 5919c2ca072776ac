package io.postil.model.data;

import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.train.TrainingItem.Gold;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What spans of an input must be. */
final class Spans {

    private Spans() {}

    /** What is wrong with the spans of an input, if anything. */
    static Optional<String> check(Input input, List<Gold> spans) {
        return spans.stream()
                .filter(span ->
                        span.start() < 0 || span.end() <= span.start() || span.end() > length(input, span.field()))
                .findFirst()
                .map(span -> "span [%s, %s) does not lie in its text of %s code units"
                        .formatted(span.start(), span.end(), length(input, span.field())))
                .or(() -> overlap(spans));
    }

    private static Optional<String> overlap(List<Gold> spans) {
        List<Gold> ordered = spans.stream()
                .sorted(Comparator.comparing(Gold::field).thenComparing(Gold::start))
                .toList();
        for (int i = 1; i < ordered.size(); i++) {
            Gold last = ordered.get(i - 1);
            Gold next = ordered.get(i);
            if (last.field() == next.field() && next.start() < last.end()) {
                return Optional.of("spans [%s, %s) and [%s, %s) overlap"
                        .formatted(last.start(), last.end(), next.start(), next.end()));
            }
        }
        return Optional.empty();
    }

    private static int length(Input input, Field field) {
        return field == Field.TEXT
                ? input.text().length()
                : input.textPair().orElse("").length();
    }
}
