package io.postil.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCardTest {

    @Test
    void shouldStartWithTheFrontMatterThatHuggingFaceReads() {
        var card = new ModelCard(
                "Dialogue acts",
                List.of("en", "fr"),
                "apache-2.0",
                "sentence-transformers/all-MiniLM-L6-v2",
                "peft",
                "text-classification",
                Map.of("accuracy", 0.8125),
                "Sentences written for this project.",
                List.of("Languages other than English and French."));

        assertThat(card.text()).isEqualTo("""
                ---
                language:
                - en
                - fr
                license: apache-2.0
                base_model: "sentence-transformers/all-MiniLM-L6-v2"
                library_name: peft
                pipeline_tag: text-classification
                tags:
                - postil
                ---

                # Dialogue acts

                ## Scores

                On held-out data that training never saw:

                | metric | value |
                |---|---|
                | accuracy | 0.8125 |

                ## Data

                Sentences written for this project.

                ## Not good for

                - Languages other than English and French.
                """);
    }
}
