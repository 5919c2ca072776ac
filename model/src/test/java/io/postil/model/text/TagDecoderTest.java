package io.postil.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.train.LearnerOptions.Alignment;
import io.postil.model.train.TrainingItem.Gold;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class TagDecoderTest {
    private static final List<String> LABELS = TagSet.labelsFor(List.of("PERSON", "DATE"));
    private static final TagDecoder DECODER = new TagDecoder(new TagSet(LABELS));

    @Property
    void shouldFindTheSpansThatTokensWereLabelledWith(@ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> tags) {
        Encoded tokens = Tokens.of(tags.size(), 0);
        List<Gold> gold = Spans.of(tags);

        int[] labels = new TokenLabels(new TagSet(LABELS), Alignment.FIRST).of(tokens, gold);
        List<Entity> found = DECODER.decode(Field.TEXT, "x ".repeat(tags.size()), tokens, logits(labels));

        assertThat(found)
                .extracting(Entity::type, Entity::start, Entity::end)
                .containsExactlyElementsOf(gold.stream()
                        .map(span -> tuple(span.type(), span.start(), span.end()))
                        .toList());
    }

    @Example
    void shouldNotBeginASpanInside() {
        Logits logits = logits(new float[] {0, 0, 0, 0, 0, 0, 4, 5, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0});

        List<Entity> found = DECODER.decode(Field.TEXT, "x x ", Tokens.of(2, 0), logits);

        assertThat(found).extracting(Entity::start, Entity::end).containsExactly(tuple(0, 3));
    }

    @Example
    void shouldJudgeAWordByItsFirstToken() {
        Encoded word = Tokens.oneWord(new int[] {0, 2}, new int[] {2, 5});
        Logits logits = logits(new float[] {0, 9, 0, 0, 0, 9, 0, 0, 0, 0});

        List<Entity> found = DECODER.decode(Field.TEXT, "Lucas", word, logits);

        assertThat(found).singleElement().satisfies(entity -> {
            assertThat(entity.end()).isEqualTo(5);
            assertThat(entity.score()).isCloseTo(1, within(0.01));
        });
    }

    @Example
    void shouldTrimWhiteSpace() {
        Encoded word = Tokens.oneWord(new int[] {0, 4});

        List<Entity> found = DECODER.decode(Field.TEXT, " ab ", word, logits(new float[] {0, 9, 0, 0, 0}));

        assertThat(found).singleElement().extracting(Entity::start, Entity::end).containsExactly(1, 3);
    }

    private static Logits logits(int[] labels) {
        float[] logits = new float[labels.length * LABELS.size()];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                logits[i * LABELS.size() + labels[i]] = 9;
            }
        }
        return logits(logits);
    }

    private static Logits logits(float[] values) {
        return Logits.of(values, LABELS.size());
    }

    /** Any tags turned into spans, I- tags without a beginning passed over. */
    private static final class Spans {

        static List<Gold> of(List<Integer> tags) {
            List<Gold> spans = new ArrayList<>();
            for (int i = 0; i < tags.size(); i++) {
                if (tags.get(i) == 1 || tags.get(i) == 3) {
                    int end = i + 1;
                    while (end < tags.size() && tags.get(end) == tags.get(i) + 1) {
                        end++;
                    }
                    spans.add(new Gold(Field.TEXT, tags.get(i) == 1 ? "PERSON" : "DATE", 2 * i, 2 * end - 1));
                }
            }
            return spans;
        }
    }
}
