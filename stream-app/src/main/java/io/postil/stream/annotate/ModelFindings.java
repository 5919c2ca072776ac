package io.postil.stream.annotate;

import io.postil.model.Input;
import io.postil.model.Prediction.Tagged;
import io.postil.privacy.Finder;
import io.postil.privacy.Finding;
import io.postil.privacy.MaskingException;
import io.postil.privacy.ModelText;
import io.postil.stream.annotate.Pending.Asked;
import io.postil.stream.annotate.Pending.Question;
import io.postil.stream.serving.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the entity model has found in the texts and fields of one utterance. */
final class ModelFindings implements Finder {
    /** By the text as the model reads it. */
    private final Map<String, List<Finding>> found = new HashMap<>();

    private ModelFindings() {}

    /**
     * The model's answers as findings. Without the task {@code entities} it finds nothing: the rules are alone.
     *
     * @param answers by task
     */
    static Finder of(Asked asked, Map<String, Answers> answers) {
        Question question = asked.questions().get(Questions.ENTITIES);
        if (question == null) {
            return text -> List.of();
        }
        var findings = new ModelFindings();
        Answers answer = answers.get(Questions.ENTITIES);
        for (int i = 0; i < question.inputs().size(); i++) {
            Input input = question.inputs().get(i);
            findings.found.put(
                    input.text(), findings((Tagged) answer.predictions().get(i), answer));
        }
        return findings;
    }

    /** There is nothing in a blank text, and it is asked for none. */
    @Override
    public List<Finding> find(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<Finding> findings = found.get(ModelText.of(text));
        if (findings == null) {
            throw new MaskingException("the entity model was not asked about a field");
        }
        return findings;
    }

    private static List<Finding> findings(Tagged tagged, Answers answers) {
        String version = answers.model().version();
        return tagged.entities().stream()
                .map(e -> new Finding(e.type(), e.start(), e.end(), e.score(), Finding.Source.MODEL, version))
                .toList();
    }
}
