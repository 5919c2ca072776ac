package io.postil.stream.annotate;

import io.postil.model.Input;
import io.postil.privacy.ModelText;
import io.postil.privacy.policy.Policy;
import io.postil.schemas.Utterance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the models are asked for an utterance. */
final class Questions {
    static final String DIALOGUE_ACT = "dialogue-act";
    static final String ENTITIES = "entities";
    static final String NLI = "nli";

    private Questions() {}

    /**
     * The inputs of each task: entities are looked for in the text, in its pair and in each field that the policy has looked
     * through, each alone; inference needs text and pair; every other task reads the text. A task with nothing to read is left
     * out. A blank pair counts as none.
     */
    static Map<String, List<Input>> of(Utterance utterance, List<String> tasks, Policy policy) {
        Map<String, List<Input>> questions = new LinkedHashMap<>();
        for (String task : tasks) {
            List<Input> inputs = inputs(task, utterance, policy);
            if (!inputs.isEmpty()) {
                questions.put(task, inputs);
            }
        }
        return questions;
    }

    private static List<Input> inputs(String task, Utterance utterance, Policy policy) {
        String text = utterance.getText();
        Optional<String> pair = pair(utterance);
        return switch (task) {
            case ENTITIES -> {
                List<Input> inputs = new ArrayList<>(List.of(Input.of(ModelText.of(text))));
                pair.map(ModelText::of).map(Input::of).ifPresent(inputs::add);
                LookedThrough.of(utterance, policy).stream()
                        .map(ModelText::of)
                        .map(Input::of)
                        .forEach(inputs::add);
                yield inputs;
            }
            case NLI ->
                pair.map(hypothesis -> List.of(Input.of(text, hypothesis))).orElse(List.of());
            default -> List.of(Input.of(text));
        };
    }

    static Optional<String> pair(Utterance utterance) {
        return Optional.ofNullable(utterance.getTextPair()).filter(pair -> !pair.isBlank());
    }
}
