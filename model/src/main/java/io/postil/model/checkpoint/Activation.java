package io.postil.model.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Activation functions by the names that transformers gives them (its ACT2FN); names of one function stand together. */
public enum Activation {
    GELU("gelu", "gelu_python"),
    GELU_TANH("gelu_new", "gelu_pytorch_tanh", "gelu_fast", "gelu_accurate", "gelu_python_tanh"),
    GELU_10("gelu_10"),
    QUICK_GELU("quick_gelu"),
    RELU("relu"),
    RELU_SQUARED("relu2"),
    RELU6("relu6"),
    HARDSWISH("hardswish"),
    LAPLACE("laplace"),
    SQRT_SOFTPLUS("sqrtsoftplus"),
    LEAKY_RELU("leaky_relu"),
    SILU("silu", "swish"),
    MISH("mish"),
    SIGMOID("sigmoid"),
    TANH("tanh"),
    LINEAR("linear");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, its type does not say so
    private final List<String> names;

    Activation(String... names) {
        this.names = List.of(names);
    }

    /** All names, for messages. */
    static String names() {
        return Arrays.stream(values()).flatMap(a -> a.names.stream()).collect(Collectors.joining(", "));
    }

    static Optional<Activation> named(String name) {
        return Arrays.stream(values()).filter(a -> a.names.contains(name)).findFirst();
    }
}
