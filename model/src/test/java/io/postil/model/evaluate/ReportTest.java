package io.postil.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.train.TrainingItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void shouldCountLabelsAsOneWouldByHand() {
        ClassReport report = ClassReport.of(List.of("a", "a", "a", "b"), List.of("a", "a", "b", "b"));

        assertThat(report.accuracy()).isEqualTo(0.75);
        assertThat(report.perLabel().get("a")).isEqualTo(new Score(1, 2.0 / 3, 0.8, 3));
        assertThat(report.perLabel().get("b")).isEqualTo(new Score(0.5, 1, 2.0 / 3, 1));
        assertThat(report.macro().precision()).isEqualTo(0.75);
        assertThat(report.weighted().precision()).isEqualTo(0.875);
        assertThat(report.confusion()).containsExactly(List.of(2L, 1L), List.of(0L, 1L));
    }

    @Test
    void shouldShowTheMicroAverageInPlaceOfAccuracyWhenALabelIsLeftOut() {
        ClassReport report = ClassReport.of(List.of("a", "a", "c"), List.of("a", "c", "c"), List.of("a", "b"));

        assertThat(report.allLabels()).isFalse();
        assertThat(report.json().get("report")).asString().contains("micro avg").doesNotContain("accuracy");
        assertThat(report.perLabel().get("b")).isEqualTo(new Score(0, 0, 0, 0));
        assertThat(report.confusion()).containsExactly(List.of(1L, 0L), List.of(0L, 0L));
    }

    @Test
    void shouldSayThatItemsAreNotEquallyMany() {
        assertThatThrownBy(() -> ClassReport.of(List.of("a"), List.of())).hasMessage("1 gold and 0 predicted ones");
        assertThatThrownBy(() -> Sentences.of(List.of(List.of("O")), List.of(List.of())))
                .hasMessage("sentence 1 has 1 gold and 0 predicted tags");
    }

    @Test
    void shouldSayWhichScoresNothingDefines() {
        ClassReport report = ClassReport.of(List.of("a", "b"), List.of("a", "a"), List.of("a", "b", "c"));

        assertThat(report.notes())
                .containsExactly(
                        "precision is undefined and counts as 0 (never predicted): b, c",
                        "recall is undefined and counts as 0 (never gold): c");
    }

    @Test
    void shouldSayThatNothingWasThereToJudge() {
        List<List<String>> nothing = List.of(List.of("O"), List.of());

        Sentences judged = Sentences.of(nothing, nothing);

        assertThat(judged.lenient().macro()).isEqualTo(new Score(0, 0, 0, 0));
        assertThat(judged.notes())
                .containsExactly("every score is undefined and counts as 0 (nothing is gold or predicted)");
    }

    @Test
    void shouldSortTypesByCodePoints() {
        List<List<String>> tags = List.of(List.of("B-\uE000", "B-\uD83D\uDE00"));

        assertThat(EntityReport.of(tags, tags, TagScheme.DEFAULT).perType().keySet())
                .containsExactly("\uE000", "\uD83D\uDE00");
    }

    @Test
    void shouldLeaveOutTheStrictReportWhenATagIsNotOfIob2() {
        List<List<String>> tags = List.of(List.of("S-PER"));

        Sentences judged = Sentences.of(tags, tags);

        assertThat(judged.strict()).isEmpty();
        assertThat(judged.lenient().micro().f1()).isEqualTo(1);
        assertThat(judged.notes()).containsExactly("no strict IOB2 report: tag 'S-PER': expected O, B-TYPE or I-TYPE");
    }

    @Test
    void shouldCountTokensWithAndWithoutO() {
        Sentences judged =
                Sentences.of(List.of(List.of("O", "O", "B-PER", "I-PER")), List.of(List.of("O", "O", "B-PER", "O")));

        assertThat(judged.tokenAccuracy()).isEqualTo(0.75);
        assertThat(judged.tokenAccuracyWithoutO()).isEqualTo(0.5);
    }

    @Test
    void shouldCountASpanOnlyWhenTypeStartAndEndAreRight() {
        var gold = new TrainingItem.Spanned(
                Input.of("Ada from Rome", "Ada"),
                List.of(
                        gold(Field.TEXT, "PERSON", 0, 3),
                        gold(Field.TEXT, "LOCATION", 9, 13),
                        gold(Field.TEXT_PAIR, "PERSON", 0, 3)));
        var predicted = new Prediction.Tagged(
                List.of(
                        new Entity(Field.TEXT, "PERSON", 0, 3, 1),
                        new Entity(Field.TEXT, "LOCATION", 9, 12, 1),
                        new Entity(Field.TEXT_PAIR, "DATE", 0, 3, 1)),
                16);

        var evaluation = (Evaluation.Entities) Evaluation.of(List.of(gold), List.of(predicted));

        assertThat(evaluation.metrics().get("f1")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(evaluation.metrics().get("texts_right")).isZero();
        assertThat(evaluation.leakedChars()).isEqualTo(1);
    }

    @Test
    void shouldRefusePredictionsOfAnotherKind() {
        var gold = new TrainingItem.Labelled(Input.of("hi"), "greeting");

        assertThatThrownBy(() -> Evaluation.of(List.of(gold), List.of(new Prediction.Tagged(List.of(), 2))))
                .hasMessage("a Tagged among Labelled");
    }

    @Test
    void shouldNameTheMetricsOfLabels() {
        var gold = new TrainingItem.Labelled(Input.of("hi"), "greeting");
        var predicted = new Prediction.Labelled("greeting", 1, Map.of(), 2);

        assertThat(Evaluation.of(List.of(gold), List.of(predicted)).metrics())
                .isEqualTo(Map.of("accuracy", 1.0, "macro_f1", 1.0, "weighted_f1", 1.0));
    }

    private static TrainingItem.Gold gold(Field field, String type, int start, int end) {
        return new TrainingItem.Gold(field, type, start, end);
    }
}
