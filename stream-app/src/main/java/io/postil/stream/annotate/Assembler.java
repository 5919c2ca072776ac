package io.postil.stream.annotate;

import io.postil.model.Prediction.Labelled;
import io.postil.schemas.Act;
import io.postil.schemas.Annotation;
import io.postil.schemas.Entailment;
import io.postil.schemas.Original;
import io.postil.schemas.SealContext;
import io.postil.schemas.TaskResult;
import io.postil.schemas.Utterance;
import io.postil.schemas.UtteranceCodec;
import io.postil.stream.annotate.Outcome.Annotated;
import io.postil.stream.annotate.Pending.Asked;
import io.postil.stream.metrics.StreamMetrics;
import io.postil.stream.serving.Answers;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts the models' answers, masked, into the records that leave. */
final class Assembler {
    /** The form of a BCP 47 tag; anything else could be anything. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,5}");

    private final Clock clock;
    private final StreamMetrics metrics;

    Assembler(Clock clock, StreamMetrics metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The annotation and the original of an utterance.
     *
     * @param answers by task
     * @throws io.postil.privacy.MaskingException if something could not be masked for certain
     */
    Annotated assemble(Asked asked, Map<String, Answers> answers, Privacy privacy) {
        Utterance utterance = asked.utterance();
        long start = System.nanoTime();
        MaskedUtterance masked = MaskedUtterance.of(utterance, ModelFindings.of(asked, answers), privacy);
        byte[] sealed = privacy.sealer(utterance)
                .seal(UtteranceCodec.encode(utterance), SealContext.utterance(utterance.getId()));
        Optional<String> keyId = privacy.keyId(utterance);
        metrics.masked(Duration.ofNanos(System.nanoTime() - start));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Annotation annotation = annotation(utterance, masked, answers, now)
                .setConversationKey(keyId.orElse(null))
                .build();
        return new Annotated(utterance, annotation, original(utterance, sealed, masked, answers, now));
    }

    private static Annotation.Builder annotation(
            Utterance utterance, MaskedUtterance masked, Map<String, Answers> answers, Instant now) {
        return Annotation.newBuilder()
                .setUtteranceId(utterance.getId())
                .setConversationId(utterance.getConversationId())
                .setLanguage(language(utterance))
                .setText(masked.text())
                .setTextPair(masked.pair().orElse(null))
                .setSpeaker(masked.speaker().orElse(null))
                .setAttributes(masked.attributes())
                .setEntities(masked.entities())
                .setActs(top(answers, Questions.DIALOGUE_ACT)
                        .map(top -> List.of(new Act(top.label(), top.score())))
                        .orElse(List.of()))
                .setEntailment(top(answers, Questions.NLI)
                        .map(top -> new Entailment(top.label(), top.score()))
                        .orElse(null))
                .setTasks(answers.entrySet().stream()
                        .map(answer -> result(answer.getKey(), utterance, answer.getValue()))
                        .toList())
                .setAnnotatedAt(now);
    }

    private static String language(Utterance utterance) {
        String language = utterance.getLanguage();
        return language != null && LANGUAGE.matcher(language).matches() ? language : null;
    }

    private static TaskResult result(String task, Utterance utterance, Answers answers) {
        return TaskResult.newBuilder()
                .setTask(task)
                .setModelVersion(answers.model().version())
                .setModelDigest(answers.model().digest())
                .setScores(top(answers).map(Labelled::scores).orElse(Map.of()))
                .setCoveredChars(Coverage.chars(utterance, answers))
                .build();
    }

    private static Original original(
            Utterance utterance, byte[] sealed, MaskedUtterance masked, Map<String, Answers> answers, Instant now) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        answers.forEach((task, answer) -> {
            versions.put(task, answer.model().version());
            top(answer).ifPresent(top -> labels.put(task, top.label()));
        });
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
