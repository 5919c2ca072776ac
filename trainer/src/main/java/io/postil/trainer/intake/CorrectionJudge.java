package io.postil.trainer.intake;

import io.postil.model.Head;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.SealException;
import io.postil.privacy.seal.Sealer;
import io.postil.privacy.seal.Unsealer;
import io.postil.privacy.seal.WrappedKeys;
import io.postil.schemas.Bytes;
import io.postil.schemas.Coordinates;
import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Correction;
import io.postil.schemas.Example;
import io.postil.schemas.Origin;
import io.postil.schemas.Original;
import io.postil.schemas.SealContext;
import io.postil.schemas.UtteranceCodec;
import io.postil.trainer.parts.Task;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an example of a correction and the utterance that it corrects, or says why it cannot. Keeps nothing. */
final class CorrectionJudge {
    private final Map<String, Task> tasks;
    private final CorrectionForm form;
    private final Sealer sealer;
    private final WrappedKeys wrapping;
    private final Splits splits;
    private final int longestText;

    /** @param longestText of an utterance, pair included, in UTF-16 code units */
    CorrectionJudge(Map<String, Task> tasks, KeyRing keys, Splits splits, int longestText) {
        this.tasks = Map.copyOf(tasks);
        this.form = new CorrectionForm(tasks);
        this.sealer = new Sealer(keys);
        this.wrapping = new WrappedKeys(keys);
        this.splits = splits;
        this.longestText = longestText;
    }

    /** @param unsealer opens the utterance, where it is not in the correction */
    Judgement judge(Correction correction, Optional<Original> original, Unsealer unsealer, Instant now) {
        var problem = form.problem(correction);
        if (problem.isPresent()) {
            return new Judgement.Unsound(problem.get());
        }
        if (correction.getUtterance() != null && correction.getConfirmed() == null) {
            return judge(correction, brought(correction, original, now), now);
        }
        if (original.isEmpty()) {
            return new Judgement.Waits();
        }
        try {
            return judge(correction, recalled(original.get(), unsealer), now);
        } catch (SealException e) {
            return e.reason() == SealException.Reason.FORGOTTEN
                    ? new Judgement.Keyless()
                    : new Judgement.Unsound("the utterance cannot be opened: " + e.getMessage());
        }
    }

    private Subject brought(Correction correction, Optional<Original> original, Instant now) {
        var utterance = correction.getUtterance();
        var key = Optional.ofNullable(utterance.getConversationId())
                .filter(conversation -> !conversation.isEmpty())
                .map(conversation -> FreshKey.of(conversation, wrapping, now));
        var sealed = key.map(fresh -> fresh.key().sealer())
                .orElse(sealer)
                .seal(UtteranceCodec.encode(utterance), SealContext.utterance(utterance.getId()));
        return new Subject(utterance, sealed, key, original);
    }

    private static Subject recalled(Original original, Unsealer unsealer) {
        var sealed = Bytes.of(original.getSealed());
        var plain = unsealer.open(sealed, SealContext.utterance(original.getUtteranceId()));
        return new Subject(UtteranceCodec.decode(plain), sealed, Optional.empty(), Optional.of(original));
    }

    private Judgement judge(Correction correction, Subject subject, Instant now) {
        var task = tasks.get(correction.getTask());
        var example = draft(correction, subject)
                .setSplit(splits.of(subject.conversation()))
                .setAt(now);
        if (task.head() == Head.SEQUENCE) {
            example.setLabel(label(correction, subject));
        } else {
            example.setSpans(SpanRules.sorted(spans(correction, subject)));
        }
        return problem(task, example, subject)
                .<Judgement>map(Judgement.Unsound::new)
                .orElseGet(() -> new Judgement.Sound(example.build(), subject.key()));
    }

    private Optional<String> problem(Task task, Example.Builder example, Subject subject) {
        if (subject.length() > longestText) {
            return Optional.of(
                    "the utterance has " + subject.length() + " code units (expected up to " + longestText + ")");
        }
        if (subject.utterance().getText().isBlank()) {
            return Optional.of("the utterance is blank");
        }
        if (task.pair() && subject.utterance().getTextPair() == null) {
            return Optional.of("task " + task.name() + " judges a pair, and the utterance has no textPair");
        }
        return task.head() == Head.TOKENS ? SpanRules.misfit(example.getSpans(), subject) : unlabelled(task, example);
    }

    private static Optional<String> unlabelled(Task task, Example.Builder example) {
        if (example.getLabel() == null) {
            return Optional.of("nothing was predicted for task " + task.name() + " that could be confirmed");
        }
        return task.labels().contains(example.getLabel())
                ? Optional.empty()
                : Optional.of("the label confirmed is no longer one of " + task.labels());
    }

    private static Example.Builder draft(Correction correction, Subject subject) {
        var task = correction.getTask();
        return Example.newBuilder()
                .setUtteranceId(correction.getUtteranceId())
                .setTask(task)
                .setSealed(ByteBuffer.wrap(subject.sealed()))
                .setOrigin(origin(correction))
                .setCorrectionId(correction.getId())
                .setAnnotator(Hygiene.annotator(correction.getAnnotator()))
                .setPredicted(subject.predicted(task).orElse(null))
                .setModelVersion(Hygiene.version(correction.getModelVersion())
                        .or(() -> subject.version(task))
                        .orElse(null));
    }

    private static Origin origin(Correction correction) {
        if (correction.getConfirmed() != null) {
            return Origin.CONFIRMATION;
        }
        return correction.getUtterance() == null ? Origin.CORRECTION : Origin.DATASET;
    }

    private static String label(Correction correction, Subject subject) {
        return correction.getConfirmed() == null
                ? correction.getLabel()
                : subject.predicted(correction.getTask()).orElse(null);
    }

    private List<CorrectedSpan> spans(Correction correction, Subject subject) {
        if (correction.getConfirmed() != null) {
            return confirmed(correction.getTask(), subject.original().orElseThrow());
        }
        boolean masked = correction.getUtterance() == null && correction.getCoordinates() == Coordinates.MASKED;
        return masked ? subject.unmasked(correction.getSpans()) : correction.getSpans();
    }

    /** All that was shown, found by the model or by a rule, of the types that the model can learn. */
    private List<CorrectedSpan> confirmed(String task, Original original) {
        return original.getEntities().stream()
                .filter(entity -> tasks.get(task).labels().contains(entity.getType()))
                .map(entity ->
                        new CorrectedSpan(entity.getField(), entity.getType(), entity.getStart(), entity.getEnd()))
                .toList();
    }
}
