package io.postil.trainer.intake;

import io.postil.model.Head;
import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Correction;
import io.postil.trainer.parts.Task;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is asked of a correction before its utterance is looked at. */
final class CorrectionForm {
    private final Map<String, Task> tasks;

    CorrectionForm(Map<String, Task> tasks) {
        this.tasks = Map.copyOf(tasks);
    }

    /** The reason to reject the correction, if there is one. */
    Optional<String> problem(Correction correction) {
        var task = tasks.get(correction.getTask());
        if (task == null) {
            return Optional.of("task " + Hygiene.task(correction.getTask()) + " is not learned here (expected one of "
                    + sorted(tasks) + ")");
        }
        return said(correction)
                .or(() -> utterance(correction))
                .or(() -> task.head() == Head.SEQUENCE ? label(correction, task) : spans(correction, task));
    }

    private static Optional<String> said(Correction correction) {
        long said = Stream.of(correction.getLabel(), correction.getSpans(), correction.getConfirmed())
                .filter(Objects::nonNull)
                .count();
        if (said != 1) {
            return Optional.of(said + " of label, spans and confirmed are set (expected exactly one)");
        }
        return Boolean.FALSE.equals(correction.getConfirmed())
                ? Optional.of(
                        "confirmed: false says that something is wrong but not what is right; send label or spans")
                : Optional.empty();
    }

    private static Optional<String> utterance(Correction correction) {
        var utterance = correction.getUtterance();
        return utterance == null || utterance.getId().equals(correction.getUtteranceId())
                ? Optional.empty()
                : Optional.of("utterance.id is not the correction's utteranceId");
    }

    private static Optional<String> label(Correction correction, Task task) {
        if (correction.getSpans() != null) {
            return Optional.of("task " + task.name() + " has labels, not spans");
        }
        return correction.getLabel() == null || task.labels().contains(correction.getLabel())
                ? Optional.empty()
                : Optional.of("unknown label (expected one of " + task.labels() + ")");
    }

    private static Optional<String> spans(Correction correction, Task task) {
        if (correction.getLabel() != null) {
            return Optional.of("task " + task.name() + " has spans, not labels");
        }
        List<CorrectedSpan> spans = correction.getSpans() == null ? List.of() : correction.getSpans();
        return spans.stream().allMatch(span -> task.labels().contains(span.getType()))
                ? SpanRules.emptyOrNegative(spans)
                : Optional.of("unknown span type (expected one of " + task.labels() + ")");
    }

    private static Set<String> sorted(Map<String, Task> tasks) {
        return new TreeSet<>(tasks.keySet());
    }
}
