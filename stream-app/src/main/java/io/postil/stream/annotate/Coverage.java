package io.postil.stream.annotate;

import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.schemas.Utterance;
import io.postil.stream.annotate.Pending.Question;
import io.postil.stream.serving.Answers;
import java.util.List;

/** How much of their inputs the models have read. */
final class Coverage {

    private Coverage() {}

    /**
     * Code units of an utterance's texts that were read. They are a task's first inputs; what stands in other fields does not
     * count.
     */
    static int chars(Utterance utterance, Answers answers) {
        return answers.predictions().stream()
                .limit(Questions.pair(utterance).isPresent() ? 2 : 1)
                .mapToInt(Prediction::coveredChars)
                .sum();
    }

    /** Whether every input was read to its end. */
    static boolean whole(Question question, Answers answers) {
        List<Input> inputs = question.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            if (answers.predictions().get(i).coveredChars() < length(inputs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static int length(Input input) {
        return input.text().length() + input.textPair().map(String::length).orElse(0);
    }
}
