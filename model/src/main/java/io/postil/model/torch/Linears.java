package io.postil.model.torch;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a script's linear layers compute. */
interface Linears {

    /** The expression of a linear layer. */
    String linear(String input, String module, boolean bias);

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
        public String linear(String input, String module, boolean bias) {
            String plain = plain(input, module, bias);
            LowRank part = parts.get(module);
            if (part == null) {
                return plain;
            }
            String down = "torch.linear(%s, %s)"
                    .formatted(ScriptText.dropout(input, part.dropout()), ScriptText.self(module + ".lora_A"));
            return "torch.add(%s, torch.linear(%s, %s), alpha=%s)"
                    .formatted(plain, down, ScriptText.self(module + ".lora_B"), part.scale());
        }
    }

    /** In 8-bit integers, from weights that are packed once, and inputs quantised as they come; remembers the modules. */
    final class Packed implements Linears {
        static final String TYPE = "__torch__.torch.classes.quantized.LinearPackedParamsBase";
        private final Set<String> modules = new TreeSet<>();
        private final Set<String> biased = new TreeSet<>();
        private final boolean sevenBits;

        /** With inputs in 7 bits or in 8. */
        Packed(boolean sevenBits) {
            this.sevenBits = sevenBits;
        }

        @Override
        public String linear(String input, String module, boolean bias) {
            modules.add(module);
            if (bias) {
                biased.add(module);
            }
            return "ops.quantized.linear_dynamic(%s, unchecked_cast(%s, %s), %s)"
                    .formatted(input, TYPE, ScriptText.self(attribute(module)), sevenBits ? "True" : "False");
        }

        Set<String> modules() {
            return modules;
        }

        boolean isBiased(String module) {
            return biased.contains(module);
        }

        static String attribute(String module) {
            return module + ".packed";
        }
    }
}
