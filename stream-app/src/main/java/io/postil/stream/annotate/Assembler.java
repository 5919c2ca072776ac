package io.postil.stream.annotate;

import io.postil.model.Prediction.Labelled;
import io.postil.privacy.seal.Sealer;
import io.postil.schemas.Act;
import io.postil.schemas.Annotation;
import io.postil.schemas.Entailment;
import io.postil.schemas.Original;
import io.postil.schemas.SealContext;
import io.postil.schemas.TaskResult;
import io.postil.schemas.Utterance;
import io.postil.schemas.UtteranceCodec;
import io.postil.stream.annotate.Outcome.Annotated;
import io.postil.stream.serving.Answers;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the models' answers, masked, into the records that leave. */
final class Assembler {
    private final Masking masking;
    private final Sealer sealer;
    private final Clock clock;

    Assembler(Masking masking, Sealer sealer, Clock clock) {
        this.masking = masking;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * The annotation and the original of an utterance. Speaker and attributes are in the original only.
     *
     * @param answers by task
     * @throws io.postil.privacy.MaskingException if a text could not be masked for certain
     */
    Annotated assemble(Utterance utterance, Map<String, Answers> answers) {
        MaskedUtterance masked = MaskedUtterance.of(utterance, answers, masking);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Annotated(annotation(utterance, masked, answers, now), original(utterance, masked, answers, now));
    }

    private static Annotation annotation(
            Utterance utterance, MaskedUtterance masked, Map<String, Answers> answers, Instant now) {
        return Annotation.newBuilder()
                .setUtteranceId(utterance.getId())
                .setConversationId(utterance.getConversationId())
                .setLanguage(utterance.getLanguage())
                .setText(masked.text())
                .setTextPair(masked.pair().orElse(null))
                .setEntities(masked.entities())
                .setActs(top(answers, Questions.DIALOGUE_ACT)
                        .map(top -> List.of(new Act(top.label(), top.score())))
                        .orElse(List.of()))
                .setEntailment(top(answers, Questions.NLI)
                        .map(top -> new Entailment(top.label(), top.score()))
                        .orElse(null))
                .setTasks(answers.entrySet().stream()
                        .map(answer -> result(answer.getKey(), answer.getValue()))
                        .toList())
                .setAnnotatedAt(now)
                .build();
    }

    private static TaskResult result(String task, Answers answers) {
        return TaskResult.newBuilder()
                .setTask(task)
                .setModelVersion(answers.model().version())
                .setModelDigest(answers.model().digest())
                .setScores(top(answers).map(Labelled::scores).orElse(Map.of()))
                .setCoveredChars(Coverage.chars(answers))
                .build();
    }

    private Original original(Utterance utterance, MaskedUtterance masked, Map<String, Answers> answers, Instant now) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        answers.forEach((task, answer) -> {
            versions.put(task, answer.model().version());
            top(answer).ifPresent(top -> labels.put(task, top.label()));
        });
        byte[] sealed = sealer.seal(UtteranceCodec.encode(utterance), SealContext.utterance(utterance.getId()));
        return Original.newBuilder()
                .setUtteranceId(utterance.getId())
                .setConversationId(utterance.getConversationId())
                .setSealed(ByteBuffer.wrap(sealed))
                .setEntities(masked.entities())
                .setLabels(labels)
                .setVersions(versions)
                .setAnnotatedAt(now)
                .build();
    }

    private static Optional<Labelled> top(Map<String, Answers> answers, String task) {
        return Optional.ofNullable(answers.get(task)).flatMap(Assembler::top);
    }

    private static Optional<Labelled> top(Answers answers) {
        return answers.predictions().get(0) instanceof Labelled top ? Optional.of(top) : Optional.empty();
    }
}
