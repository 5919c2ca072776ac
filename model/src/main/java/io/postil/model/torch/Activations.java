package io.postil.model.torch;

import io.postil.model.checkpoint.Activation;

/** Activation functions in TorchScript, as transformers' activations.py defines them. */
final class Activations {

    private Activations() {}

    /** The expression that applies a function to a variable. */
    static String expression(Activation activation, String x) {
        return switch (activation) {
            case GELU -> "torch.gelu(%s)".formatted(x);
            case GELU_TANH -> "torch.gelu(%s, approximate=\"tanh\")".formatted(x);
            case GELU_10 -> "torch.clamp(torch.gelu(%s), -10., 10.)".formatted(x);
            case QUICK_GELU -> "torch.mul(%s, torch.sigmoid(torch.mul(%s, 1.702)))".formatted(x, x);
            case RELU -> "torch.relu(%s)".formatted(x);
            case RELU_SQUARED -> "torch.square(torch.relu(%s))".formatted(x);
            case RELU6 -> "torch.relu6(%s)".formatted(x);
            case LEAKY_RELU -> "torch.leaky_relu(%s, 0.01)".formatted(x);
            case HARDSWISH -> "torch.hardswish(%s)".formatted(x);
            case LAPLACE ->
                "torch.mul(torch.add(torch.erf(torch.div(torch.sub(%s, 0.707107), 0.3989425743)), 1.), 0.5)"
                        .formatted(x);
            case SQRT_SOFTPLUS -> "torch.sqrt(torch.softplus(%s))".formatted(x);
            case SILU -> "torch.silu(%s)".formatted(x);
            case MISH -> "torch.mish(%s)".formatted(x);
            case SIGMOID -> "torch.sigmoid(%s)".formatted(x);
            case TANH -> "torch.tanh(%s)".formatted(x);
            case LINEAR -> x;
        };
    }

    /** What no value is less than, a number or None where there is no such or where it is far below zero. */
    static String floor(Activation activation) {
        return switch (activation) {
            case GELU, GELU_TANH, GELU_10, QUICK_GELU -> "-0.171";
            case RELU, RELU_SQUARED, RELU6 -> "-1e-30";
            default -> "None";
        };
    }
}
