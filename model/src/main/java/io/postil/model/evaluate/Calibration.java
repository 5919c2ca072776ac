package io.postil.model.evaluate;

import io.postil.model.Prediction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The temperature that logits are divided by before the softmax, so that scores can be believed: the one with the least negative
 * log-likelihood on items that were not trained on (Guo et al. 2017, https://arxiv.org/abs/1706.04599).
 *
 * @param items that it was fitted on
 * @param nllBefore mean negative log-likelihood at temperature 1
 * @param eceBefore expected calibration error at temperature 1
 */
public record Calibration(
        double temperature, int items, double nllBefore, double nllAfter, double eceBefore, double eceAfter) {
    private static final double LEAST = 0.2;
    private static final double MOST = 10;
    private static final int HALVINGS = 60;
    private static final double SMALLEST = 1e-300;

    /** One item: the logarithms of the labels' probabilities, and which label is gold. */
    public record Item(List<Double> logProbabilities, int gold) {
        public Item {
            logProbabilities = List.copyOf(logProbabilities);
        }
    }

    /**
     * Fits to answers that were made at temperature 1. Items whose gold label the model does not know are left out.
     *
     * @param gold a label for each answer
     * @return temperature 1 where no item is left
     */
    public static Calibration fit(List<String> gold, List<Prediction.Labelled> answers) {
        ClassReport.requireSameSize(gold.size(), answers.size());
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            Map<String, Double> scores = answers.get(i).scores();
            int place = List.copyOf(scores.keySet()).indexOf(gold.get(i));
            if (place >= 0) {
                items.add(new Item(logarithms(scores), place));
            }
        }
        return fit(items);
    }

    /** Fits to items; the likelihood is convex in 1 / temperature, whose derivative is halved down on. Between 0.2 and 10. */
    public static Calibration fit(List<Item> items) {
        double low = 1 / MOST;
        double high = 1 / LEAST;
        for (int i = 0; i < HALVINGS && !items.isEmpty(); i++) {
            double middle = (low + high) / 2;
            if (slope(items, middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double inverse = items.isEmpty() ? 1 : (low + high) / 2;
        return new Calibration(
                1 / inverse,
                items.size(),
                likelihood(items, 1),
                likelihood(items, inverse),
                confidence(items, 1).expectedCalibrationError(),
                confidence(items, inverse).expectedCalibrationError());
    }

    /** An answer made at temperature 1 as it would be at this one; spans stay as they are. */
    public Prediction applied(Prediction answer) {
        if (!(answer instanceof Prediction.Labelled labelled)) {
            return answer;
        }
        double[] cooled = probabilities(new Item(logarithms(labelled.scores()), 0), 1 / temperature);
        Map<String, Double> scores = new LinkedHashMap<>();
        labelled.scores().keySet().forEach(label -> scores.put(label, cooled[scores.size()]));
        return new Prediction.Labelled(
                labelled.label(), scores.get(labelled.label()), scores, labelled.abstained(), labelled.coveredChars());
    }

    private static List<Double> logarithms(Map<String, Double> scores) {
        return scores.values().stream()
                .map(score -> Math.log(Math.max(score, SMALLEST)))
                .toList();
    }

    /** Of the mean negative log-likelihood, by the inverse temperature. */
    private static double slope(List<Item> items, double inverse) {
        double sum = 0;
        for (Item item : items) {
            double[] probabilities = probabilities(item, inverse);
            double expected = 0;
            for (int label = 0; label < probabilities.length; label++) {
                expected += probabilities[label] * item.logProbabilities().get(label);
            }
            sum += expected - item.logProbabilities().get(item.gold());
        }
        return sum;
    }

    private static double likelihood(List<Item> items, double inverse) {
        return items.stream()
                .mapToDouble(item -> -Math.log(Math.max(probabilities(item, inverse)[item.gold()], SMALLEST)))
                .average()
                .orElse(0);
    }

    private static Confidence confidence(List<Item> items, double inverse) {
        List<Double> scores = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Item item : items) {
            double[] probabilities = probabilities(item, inverse);
            int best = 0;
            for (int label = 1; label < probabilities.length; label++) {
                best = probabilities[label] > probabilities[best] ? label : best;
            }
            scores.add(probabilities[best]);
            right.add(best == item.gold());
        }
        return new Confidence(scores, right);
    }

    private static double[] probabilities(Item item, double inverse) {
        double[] probabilities = new double[item.logProbabilities().size()];
        double largest =
                item.logProbabilities().stream().mapToDouble(x -> x).max().orElse(0);
        double sum = 0;
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = Math.exp((item.logProbabilities().get(label) - largest) * inverse);
            sum += probabilities[label];
        }
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] /= sum;
        }
        return probabilities;
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("temperature", temperature);
        json.put("items", items);
        json.put("nll_before", nllBefore);
        json.put("nll_after", nllAfter);
        json.put("ece_before", eceBefore);
        json.put("ece_after", eceAfter);
        return json;
    }
}
