package io.postil.model.text;

/** Logits turned into probabilities. */
public final class Softmax {

    private Softmax() {}

    public static double[] logarithms(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - largest);
        }
        double[] logarithms = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            logarithms[i] = logits[i] - largest - Math.log(sum);
        }
        return logarithms;
    }

    public static double[] probabilities(float[] logits) {
        double[] probabilities = logarithms(logits);
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Math.exp(probabilities[i]);
        }
        return probabilities;
    }
}
