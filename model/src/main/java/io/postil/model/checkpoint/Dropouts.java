package io.postil.model.checkpoint;

/**
 * Shares of numbers that are dropped in training, 0 to 1.
 *
 * @param hidden of hidden states
 * @param attention of attention probabilities
 */
public record Dropouts(double hidden, double attention) {}
