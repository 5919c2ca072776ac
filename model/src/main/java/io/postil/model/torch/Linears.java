package io.postil.model.torch;

import io.postil.model.checkpoint.Activation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a script's linear layers compute. */
interface Linears {

    /** The expression of a linear layer. */
    String of(String input, String module, boolean bias);

    /** The expression of a linear layer, with a bias, of what an activation function gives. */
    default String ofActivated(Activation activation, String input, String module) {
        return of(input, module, true);
    }

    /**
     * Lines that set variables to linear layers of one input, with biases and outputs of the same size.
     *
     * @param modules of the variables, in the same order
     */
    default List<String> together(String input, List<String> variables, List<String> modules) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            lines.add(variables.get(i) + " = " + of(input, modules.get(i), true));
        }
        return lines;
    }

    /** In the numbers of the weights. */
    private static String plain(String input, String module, boolean bias) {
        return "torch.linear(%s, %s, %s)"
                .formatted(
                        input, ScriptText.self(module + ".weight"), bias ? ScriptText.self(module + ".bias") : "None");
    }

    /** From the weights as they are. */
    static Linears plain() {
        return new LowRanks(Map.of());
    }

    /** With low-rank parts, by the name of their module, beside the weights. */
    record LowRanks(Map<String, LowRank> parts) implements Linears {
        @Override
        public String of(String input, String module, boolean bias) {
            String plain = plain(input, module, bias);
            LowRank part = parts.get(module);
            if (part == null) {
                return plain;
            }
            String down = "torch.linear(%s, %s)"
                    .formatted(DropoutScript.expression(input, part.dropout()), ScriptText.self(module + ".lora_A"));
            return "torch.add(%s, torch.linear(%s, %s), alpha=%s)"
                    .formatted(plain, down, ScriptText.self(module + ".lora_B"), part.scale());
        }
    }

    /** In 8-bit integers; remembers the layers. See {@link ByteLinears}. */
    final class Bytes implements Linears {
        private final Set<ByteLinears.Together> layers = new LinkedHashSet<>();

        @Override
        public String of(String input, String module, boolean bias) {
            return multiplied(ByteLinears.quantised(input, "None"), List.of(module), bias);
        }

        @Override
        public String ofActivated(Activation activation, String input, String module) {
            return multiplied(ByteLinears.quantised(input, Activations.floor(activation)), List.of(module), true);
        }

        @Override
        public List<String> together(String input, List<String> variables, List<String> modules) {
            String all = multiplied(ByteLinears.quantised(input, "None"), modules, true);
            return List.of(
                    "%s, = torch.chunk(%s, %s, -1)".formatted(String.join(", ", variables), all, variables.size()));
        }

        private String multiplied(String ready, List<String> modules, boolean bias) {
            var together = new ByteLinears.Together(modules, bias);
            layers.add(together);
            return ByteLinears.multiplied(ready, together);
        }

        Set<ByteLinears.Together> layers() {
            return layers;
        }
    }
}
