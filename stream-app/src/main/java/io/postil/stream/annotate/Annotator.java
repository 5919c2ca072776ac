package io.postil.stream.annotate;

import io.postil.model.ClassifierException;
import io.postil.privacy.MaskingException;
import io.postil.privacy.policy.Policy;
import io.postil.schemas.Utterance;
import io.postil.stream.annotate.Outcome.Dead;
import io.postil.stream.annotate.Pending.Asked;
import io.postil.stream.annotate.Pending.Question;
import io.postil.stream.annotate.Pending.Settled;
import io.postil.stream.annotate.UtteranceReader.Reading.Legible;
import io.postil.stream.annotate.UtteranceReader.Reading.Poison;
import io.postil.stream.serving.Answers;
import io.postil.stream.serving.Draw;
import io.postil.stream.serving.Models;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From a record to its outcome, in two halves: what is asked of the models early, and what becomes of their answers.
 * Threading: any; the halves of one record may run in different threads.
 */
final class Annotator {
    private final UtteranceReader reader;
    private final Models models;
    private final List<String> tasks;
    private final Policy policy;
    private final Replies replies;
    private final Assembler assembler;

    Annotator(
            UtteranceReader reader,
            Models models,
            List<String> tasks,
            Policy policy,
            Replies replies,
            Assembler assembler) {
        this.reader = reader;
        this.models = models;
        this.tasks = List.copyOf(tasks);
        this.policy = policy;
        this.replies = replies;
        this.assembler = assembler;
    }

    /**
     * Reads a record and asks the models; does not wait for them.
     *
     * @param key may be null
     * @param value may be null
     * @throws io.postil.schemas.RegistryUnavailableException if the value's schema could not be fetched
     */
    Pending begin(String topic, byte[] key, byte[] value) {
        UtteranceReader.Reading reading = reader.read(topic, value);
        return reading instanceof Legible legible
                ? ask(legible.utterance(), Draw.of(key, legible.utterance().getId()))
                : new Settled(((Poison) reading).outcome());
    }

    /**
     * Waits for the models, and masks.
     *
     * @param privacy of the task that the record is of
     */
    Outcome finish(Pending pending, Privacy privacy) {
        return pending instanceof Asked asked ? finish(asked, privacy) : ((Settled) pending).outcome();
    }

    private Asked ask(Utterance utterance, Draw draw) {
        Map<String, Question> questions = new LinkedHashMap<>();
        Questions.of(utterance, tasks, policy)
                .forEach((task, inputs) -> questions.put(task, new Question(inputs, models.ask(task, draw, inputs))));
        return new Asked(utterance, draw, questions);
    }

    private Outcome finish(Asked asked, Privacy privacy) {
        try {
            Map<String, Answers> answers = replies.await(asked);
            return maskable(asked, answers)
                    ? assembler.assemble(asked, answers, privacy)
                    : dead(asked, Reason.NOT_COVERED, "the entity model has not read the whole text");
        } catch (ClassifierException e) {
            return dead(asked, Reason.MODEL_FAILED, e.getMessage());
        } catch (MaskingException e) {
            return dead(asked, Reason.MASKING_FAILED, e.getMessage());
        }
    }

    private static Dead dead(Asked asked, Reason reason, String detail) {
        return new Dead(reason, detail, Optional.of(asked.utterance()));
    }

    /** What the entity model has not read might hold a name. */
    private static boolean maskable(Asked asked, Map<String, Answers> answers) {
        Question question = asked.questions().get(Questions.ENTITIES);
        return question == null || Coverage.whole(question, answers.get(Questions.ENTITIES));
    }
}
