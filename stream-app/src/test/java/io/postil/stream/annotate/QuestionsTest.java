package io.postil.stream.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Input;
import io.postil.privacy.policy.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    @Test
    void shouldPartWordsFromEmojiWhereEntitiesAreLookedForAndNowhereElse() {
        var utterance = Bench.utterance("🎉Zoë").setTextPair("Ana✨").build();

        var questions = Questions.of(utterance, List.of("dialogue-act", "entities"), Policy.standard());

        assertThat(questions)
                .isEqualTo(Map.of(
                        "dialogue-act", List.of(Input.of("🎉Zoë")),
                        "entities", List.of(Input.of("  Zoë"), Input.of("Ana "))));
    }
}
