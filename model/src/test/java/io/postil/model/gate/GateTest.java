package io.postil.model.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.evaluate.Outcome;
import io.postil.model.train.TrainingItem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Map<Move, Integer> NO_MOVES = Map.of();
    private final Gate gate = new Gate(GateRules.usual());

    @Test
    void shouldPromoteWhatIsBetterOnCorrectionsAndNoWorseElsewhere() {
        Verdict verdict = gate.judge(all(won(5), tied(7)), tied(100), NO_MOVES);

        assertThat(verdict)
                .isEqualTo(new Verdict.Promote(
                        "Promoted: of 12 held-out corrections only the challenger has 5 right and only "
                                + "the champion 0 (exact McNemar, one-sided p = 0.03125). Of 100 older held-out items the champion "
                                + "has 100 right, the challenger 100 (difference +0.000, one-sided 95 % lower bound +0.000, "
                                + "margin 0.06)."));
    }

    @Test
    void shouldRefuseWhenThereAreTooFewCorrectionsToDecide() {
        assertRefused(
                gate.judge(won(4), tied(100), NO_MOVES),
                "there are 4 held-out corrections, and fewer than 5 cannot decide at p ≤ 0.05");
    }

    @Test
    void shouldRefuseWhenTooFewCorrectionsTellTheTwoApart() {
        assertRefused(
                gate.judge(all(won(4), tied(20)), tied(100), NO_MOVES),
                "differ on 4 of 24 held-out corrections, and fewer than 5 cannot decide at p ≤ 0.05");
    }

    @Test
    void shouldRefuseWhatIsNotClearlyBetterOnTheCorrections() {
        assertRefused(
                gate.judge(all(won(7), lost(2)), tied(100), NO_MOVES),
                "only the challenger has 7 right and only the champion 2 (exact McNemar, one-sided p = 0.08984). That is not better");
        assertPromoted(gate.judge(all(won(8), lost(1)), tied(100), NO_MOVES));
    }

    @Test
    void shouldUseTheAlphaOfTheRules() {
        Gate strict = new Gate(new GateRules(0.01, 0.05, 0.15, 0.005, 10, 3, 2_000, 1));

        assertRefused(
                strict.judge(all(won(6), tied(7)), tied(100), NO_MOVES), "fewer than 7 cannot decide at p ≤ 0.01");
        assertPromoted(strict.judge(won(7), tied(100), NO_MOVES));
    }

    @Test
    void shouldRefuseWhatMayBeWorseOnOlderItemsThanTheMargin() {
        assertPromoted(gate.judge(won(9), all(tied(396), lost(4)), NO_MOVES));
        assertRefused(
                gate.judge(won(9), all(tied(370), lost(30)), NO_MOVES),
                "Of 400 older held-out items the champion has 400 right, the challenger 370 (difference -0.075");
    }

    @Test
    void shouldRefuseWhenOlderItemsAreTooFewToRuleHarmOut() {
        assertPromoted(gate.judge(won(9), all(tied(199), lost(1)), NO_MOVES));
        assertRefused(gate.judge(won(9), all(tied(19), lost(1)), NO_MOVES), "That may be worse than the margin");
    }

    @Test
    void shouldRefuseWhenNoOlderItemShowsAnything() {
        assertRefused(gate.judge(won(9), List.of(), NO_MOVES), "no older held-out item");
    }

    @Test
    void shouldRefuseWhatLosesALabelBeyondMarginAndChance() {
        List<Trial> rest = tied(400);

        assertRefused(
                gate.judge(won(9), all(rest, tied("offer", 15), lost("offer", "request", 5)), NO_MOVES),
                "of 20 older held-out items of offer the champion has 20 right, the challenger 15.");
        assertPromoted(gate.judge(won(9), all(rest, tied("offer", 16), lost("offer", "request", 4)), NO_MOVES));
        assertPromoted(gate.judge(won(9), all(rest, tied("offer", 60), lost("offer", "request", 6)), NO_MOVES));
    }

    @Test
    void shouldLookOnlyAtLabelsWithEnoughItems() {
        List<Trial> rest = tied(400);

        assertPromoted(gate.judge(won(9), all(rest, tied("offer", 4), lost("offer", "request", 5)), NO_MOVES));
        assertRefused(
                gate.judge(won(9), all(rest, tied("offer", 5), lost("offer", "request", 5)), NO_MOVES), "of offer");
    }

    @Test
    void shouldNotCountOlderItemsThatMoveWithTheCorrectionsAndSaySo() {
        List<Trial> older = all(tied(100), lost("greeting", "request", 12));

        Verdict moved = gate.judge(won(9), older, Map.of(new Move("greeting", "request"), 40));

        assertThat(moved).isInstanceOf(Verdict.Promote.class);
        assertThat(moved.reason())
                .contains("Of 100 older held-out items")
                .endsWith(" 12 older examples of greeting moved with the corrections.");
        assertRefused(gate.judge(won(9), older, NO_MOVES), "worse than the margin");
        assertRefused(gate.judge(won(9), older, Map.of(new Move("greeting", "offer"), 40)), "worse than the margin");
    }

    @Test
    void shouldNotLetTwoStrayCorrectionsMoveALabel() {
        List<Trial> older = all(tied(100), lost("greeting", "request", 12));

        assertRefused(gate.judge(won(9), older, Map.of(new Move("greeting", "request"), 2)), "worse than the margin");
        assertPromoted(gate.judge(won(9), older, Map.of(new Move("greeting", "request"), 3)));
    }

    @Test
    void shouldLetNoMoreLeakThanTheMargin() {
        List<Trial> older = all(tied(200), times(20, leaking(100, 1, 1)));

        assertPromoted(gate.judge(won(9), all(older, List.of(leaking(400, 0, 12))), NO_MOVES));
        assertRefused(
                gate.judge(won(9), all(older, List.of(leaking(400, 0, 13))), NO_MOVES),
                "Of 2400 characters of held-out entities the champion leaves 20 uncovered, the challenger 33. "
                        + "More than 0.005 of the characters leak anew.");
    }

    @Test
    void shouldRefuseALeakInManyItemsHoweverSmall() {
        List<Trial> older = all(tied(200), times(20, leaking(1_000, 0, 0)));

        assertPromoted(gate.judge(won(9), all(older, times(4, leaking(10, 0, 1))), NO_MOVES));
        assertRefused(
                gate.judge(won(9), all(older, times(5, leaking(10, 0, 1))), NO_MOVES),
                "More leaks in 5 items and less in 0 (exact sign test, one-sided p = 0.03125).");
        assertPromoted(
                gate.judge(won(9), all(older, times(5, leaking(10, 0, 1)), times(2, leaking(10, 1, 0))), NO_MOVES));
    }

    @Test
    void shouldLetNothingLeakAnewWhereTheMarginIsNone() {
        Gate strict = new Gate(new GateRules(0.05, 0.06, 0.15, 0, 10, 3, 2_000, 1));
        List<Trial> older = all(tied(200), times(20, leaking(1_000, 3, 3)));

        assertPromoted(strict.judge(won(9), older, NO_MOVES));
        assertRefused(strict.judge(won(9), all(older, List.of(leaking(10, 0, 1))), NO_MOVES), "leak anew");
    }

    @Test
    void shouldSayWhatLeaksWhereItPromotes() {
        Verdict verdict = gate.judge(won(9), all(tied(200), times(2, leaking(50, 4, 3))), NO_MOVES);

        assertThat(verdict.reason())
                .endsWith("Of 100 characters of held-out entities the champion leaves 8 uncovered, the challenger 6.");
    }

    @Test
    void shouldGiveTheSameVerdictForTheSameTrials() {
        List<Trial> older = all(tied(300), lost(9), won(3));

        assertThat(gate.judge(won(9), older, NO_MOVES)).isEqualTo(gate.judge(won(9), older, NO_MOVES));
    }

    @Test
    void shouldPairUpTheAnswersOfBothOnLabels() {
        var gold = new TrainingItem.Labelled(Input.of("hi"), "request");

        List<Trial> trials = Trial.of(List.of(gold, gold), answers("greeting", "request"), answers("request", "offer"));

        assertThat(trials.get(0).won()).isTrue();
        assertThat(trials.get(1).lost()).isTrue();
        assertThat(trials.get(1).moved()).contains(new Move("request", "offer"));
    }

    @Test
    void shouldTakeATextAsRightOnlyWhenAllItsSpansAre() {
        var gold = new TrainingItem.Spanned(
                Input.of("Ada Rome"),
                List.of(
                        new TrainingItem.Gold(Field.TEXT, "PERSON", 0, 3),
                        new TrainingItem.Gold(Field.TEXT, "LOCATION", 4, 8)));
        Prediction half = new Prediction.Tagged(List.of(new Entity(Field.TEXT, "PERSON", 0, 3, 1)), 8);

        Trial trial = Trial.of(List.of(gold), List.of(half), List.of(new Prediction.Tagged(List.of(), 8)))
                .get(0);

        assertThat(trial.entityChars()).isEqualTo(7);
        assertThat(trial.champion()).isEqualTo(new Outcome(false, 4));
        assertThat(trial.challenger()).isEqualTo(new Outcome(false, 7));
    }

    @Test
    void shouldCountTheWaysOfCorrectionsThatChangeTheAnswer() {
        List<TrainingItem> corrections = Stream.of("request", "request", "greeting")
                .<TrainingItem>map(label -> new TrainingItem.Labelled(Input.of("hi"), label))
                .toList();

        assertThat(Move.count(corrections, answers("greeting", "greeting", "greeting")))
                .isEqualTo(Map.of(new Move("greeting", "request"), 2));
    }

    @Test
    void shouldNameTheRuleThatIsOutOfRange() {
        assertThatThrownBy(() -> new GateRules(0, 0.05, 0.15, 0.005, 10, 3, 2_000, 1))
                .hasMessage("gate alpha: 0.0 is out of range");
    }

    private static void assertRefused(Verdict verdict, String reason) {
        assertThat(verdict).isInstanceOf(Verdict.Refuse.class);
        assertThat(verdict.reason()).startsWith("Refused: ").contains(reason);
    }

    private static void assertPromoted(Verdict verdict) {
        assertThat(verdict).as(verdict.reason()).isInstanceOf(Verdict.Promote.class);
    }

    private static List<Trial> won(int count) {
        return times(count, new Trial(Optional.of("other"), Optional.empty(), 0, outcome(false), outcome(true)));
    }

    private static List<Trial> lost(int count) {
        return times(count, new Trial(Optional.empty(), Optional.empty(), 0, outcome(true), outcome(false)));
    }

    private static List<Trial> lost(String from, String to, int count) {
        return times(
                count, new Trial(Optional.of(from), Optional.of(new Move(from, to)), 0, outcome(true), outcome(false)));
    }

    private static List<Trial> tied(int count) {
        return tied("other", count);
    }

    private static List<Trial> tied(String label, int count) {
        return times(count, new Trial(Optional.of(label), Optional.empty(), 0, outcome(true), outcome(true)));
    }

    private static Trial leaking(int chars, int before, int after) {
        return new Trial(
                Optional.empty(), Optional.empty(), chars, new Outcome(false, before), new Outcome(false, after));
    }

    private static Outcome outcome(boolean right) {
        return new Outcome(right, 0);
    }

    private static List<Trial> times(int count, Trial trial) {
        return Collections.nCopies(count, trial);
    }

    private static List<Trial> all(List<Trial> first, List<Trial> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<Trial> all(List<Trial> first, List<Trial> second, List<Trial> third) {
        return all(all(first, second), third);
    }

    private static List<Prediction> answers(String... labels) {
        return Stream.of(labels)
                .<Prediction>map(label -> new Prediction.Labelled(label, 1, Map.of(), 2))
                .toList();
    }
}
