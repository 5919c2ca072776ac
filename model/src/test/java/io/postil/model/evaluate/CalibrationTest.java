package io.postil.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.postil.model.Prediction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void shouldFindTheTemperatureThatMakesScoresTrue() {
        Calibration calibration = Calibration.fit(drawn(20_000, 2.5));

        assertThat(calibration.temperature()).isCloseTo(2.5, within(0.1));
        assertThat(calibration.eceAfter()).isLessThan(0.02).isLessThan(calibration.eceBefore() / 5);
        assertThat(calibration.nllAfter()).isLessThan(calibration.nllBefore());
    }

    @Test
    void shouldLeaveTrueScoresAsTheyAre() {
        assertThat(Calibration.fit(drawn(20_000, 1)).temperature()).isCloseTo(1, within(0.05));
    }

    @Test
    void shouldStayInBoundsWhereEveryAnswerIsRightOrThereIsNone() {
        var sure = new Calibration.Item(List.of(Math.log(0.9), Math.log(0.1)), 0);

        assertThat(Calibration.fit(List.of(sure, sure)).temperature()).isCloseTo(0.2, within(1e-9));
        assertThat(Calibration.fit(List.<Calibration.Item>of()).temperature()).isEqualTo(1);
    }

    @Test
    void shouldLeaveOutItemsWhoseLabelTheModelDoesNotKnow() {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("a", 0.75);
        scores.put("b", 0.25);
        var answer = new Prediction.Labelled("a", 0.75, scores, 3);

        Calibration calibration = Calibration.fit(List.of("a", "b", "c"), List.of(answer, answer, answer));

        assertThat(calibration.items()).isEqualTo(2);
    }

    @Test
    void shouldGiveAnswersTheScoresOfItsTemperature() {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("a", 0.9);
        scores.put("b", 0.1);
        var calibration = new Calibration(2, 1, 0, 0, 0, 0);

        var cooled = (Prediction.Labelled) calibration.applied(new Prediction.Labelled("a", 0.9, scores, 3));

        assertThat(cooled.score()).isCloseTo(3.0 / 4, within(1e-12));
        assertThat(cooled.scores().get("b")).isCloseTo(1.0 / 4, within(1e-12));
    }

    @Test
    void shouldMeasureByHowMuchScoresLie() {
        var confidence = new Confidence(List.of(0.9, 0.9, 0.9, 0.9), List.of(true, true, false, false));

        assertThat(confidence.expectedCalibrationError()).isCloseTo(0.4, within(1e-12));
    }

    /** Items whose gold labels are drawn from their scores at a temperature. */
    private static List<Calibration.Item> drawn(int count, double temperature) {
        SplittableRandom random = new SplittableRandom(7);
        List<Calibration.Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] logits = {4 * random.nextDouble(), 4 * random.nextDouble(), 4 * random.nextDouble()};
            double all = 0;
            double cooledAll = 0;
            for (double logit : logits) {
                all += Math.exp(logit);
                cooledAll += Math.exp(logit / temperature);
            }
            double left = random.nextDouble() * cooledAll;
            int gold = 0;
            for (left -= Math.exp(logits[0] / temperature);
                    left > 0 && gold < 2;
                    left -= Math.exp(logits[gold] / temperature)) {
                gold++;
            }
            List<Double> logarithms = new ArrayList<>();
            for (double logit : logits) {
                logarithms.add(logit - Math.log(all));
            }
            items.add(new Calibration.Item(logarithms, gold));
        }
        return items;
    }
}
