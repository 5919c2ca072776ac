package io.postil.model.torch;

import io.postil.model.checkpoint.Activation;
import java.util.List;

/**
 * The TorchScript text of a model, in the words that all families share. Every linear layer, norm and attention of every family is
 * written here. Expressions read parameters by the name that {@link io.postil.model.checkpoint.Encoder.Slot} gives them.
 */
final class ScriptText {
    private final Linears linears;
    private final StringBuilder text = new StringBuilder();

    ScriptText(Linears linears) {
        this.linears = linears;
    }

    /** The identifier of a tensor. */
    static String identifier(String name) {
        return name.replace('.', '_');
    }

    /** The expression that reads a parameter. */
    static String self(String name) {
        return "self." + identifier(name);
    }

    /** Adds a line of a method's body. */
    void line(String line) {
        text.append("    ").append(line).append('\n');
    }

    /** Begins a method. */
    void method(String signature) {
        text.append("  def ").append(signature).append(":\n");
    }

    String linear(String input, String module) {
        return linear(input, module, true);
    }

    /** The expression of a linear layer, with its low-rank part where it has one. */
    String linear(String input, String module, boolean bias) {
        return linears.of(input, module, bias);
    }

    /** The expression of a linear layer of what an activation function gives. */
    String linearOfActivated(Activation activation, String input, String module) {
        return linears.ofActivated(activation, input, module);
    }

    /** Sets variables to linear layers of one input, with outputs of the same size. */
    void linears(String input, List<String> variables, List<String> modules) {
        linears.together(input, variables, modules).forEach(this::line);
    }

    String norm(String input, String module, int size, double epsilon) {
        return norm(input, module, size, epsilon, true);
    }

    /** The expression of layer normalisation over the last dimension. */
    String norm(String input, String module, int size, double epsilon, boolean bias) {
        return "torch.layer_norm(%s, [%s], %s, %s, %s)"
                .formatted(input, size, self(module + ".weight"), bias ? self(module + ".bias") : "None", epsilon);
    }

    /** Adds the embeddings of the token types to {@code x}; where there is one type, all tokens are of it. */
    void tokenTypes(int types) {
        String table = self("embeddings.token_type_embeddings.weight");
        if (types == 1) {
            line("x = torch.add(x, torch.select(%s, 0, 0))".formatted(table));
        } else if (types > 1) {
            line("x = torch.add(x, torch.embedding(%s, types))".formatted(table));
        }
    }

    /** Splits the last dimension of a variable [batch, tokens, heads * width]: [batch, heads, tokens, width]. */
    void splitHeads(String variable, int heads, int width) {
        line("%1$s = torch.transpose(torch.reshape(%1$s, [torch.size(%1$s, 0), torch.size(%1$s, 1), %2$s, %3$s]), 1, 2)"
                .formatted(variable, heads, width));
    }

    /**
     * Sets {@code a}, [batch, tokens, heads * width], to the attention of {@code query} over {@code key} and {@code value}, each [batch,
     * heads, tokens, width].
     *
     * @param mask an expression: false, or a large negative number, where not to look
     */
    void attention(String mask, double scale, double dropout) {
        line("a = " + AttentionScript.expression(mask, scale, dropout));
        line("a = torch.flatten(torch.transpose(a, 1, 2), 2)");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
