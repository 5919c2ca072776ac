package io.postil.stream.annotate;

import io.postil.model.ClassifierException;
import io.postil.model.batch.OverloadedException;
import io.postil.stream.annotate.Pending.Asked;
import io.postil.stream.annotate.Pending.Question;
import io.postil.stream.serving.Answers;
import io.postil.stream.serving.Models;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for the models' answers. Threading: the stream thread that owns the record. */
final class Replies {
    private final Models models;
    private final ModelFailures failures;

    Replies(Models models, ModelFailures failures) {
        this.models = models;
        this.failures = failures;
    }

    /**
     * The answers to all questions, by task.
     *
     * @throws ClassifierException if a model fails on this record, asked apart from all others too
     */
    Map<String, Answers> await(Asked asked) {
        Map<String, Answers> answers = new LinkedHashMap<>();
        asked.questions().forEach((task, question) -> answers.put(task, await(task, asked, question)));
        failures.answered();
        return answers;
    }

    /** A batch may have failed for the sake of another text in it, so that a failure is asked again, alone. */
    private Answers await(String task, Asked asked, Question question) {
        CompletableFuture<Answers> answers = question.answers();
        for (int tries = 1; ; tries++) {
            try {
                return join(answers);
            } catch (OverloadedException e) {
                failures.awaitRoom();
                tries--;
            } catch (ClassifierException e) {
                if (!failures.onceMore(tries)) {
                    failures.gaveUp();
                    throw e;
                }
            }
            answers = models.ask(task, asked.draw(), question.inputs());
        }
    }

    private static Answers join(CompletableFuture<Answers> answers) {
        try {
            return answers.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
