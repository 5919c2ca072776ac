package io.postil.model.torch;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How a script's linear layers compute. */
interface Linears {

    /** The expression of an input as layers take it; worth a variable where several take the same. */
    default String ready(String input) {
        return input;
    }

    /** The expression of a linear layer of what {@link #ready} gives. */
    String linearOf(String ready, String module, boolean bias);

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
        public String linearOf(String input, String module, boolean bias) {
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

    /** In 8-bit integers; remembers the modules. See {@link ByteLinears}. */
    final class Bytes implements Linears {
        private final Set<String> modules = new TreeSet<>();

        @Override
        public String ready(String input) {
            return "(self).%s(%s)".formatted(ByteLinears.QUANTISE, input);
        }

        @Override
        public String linearOf(String ready, String module, boolean bias) {
            modules.add(module);
            String sums = ScriptText.self(ByteLinears.sums(module));
            return "(self).%s(%s, %s, %s, %s, %s)"
                    .formatted(
                            ByteLinears.MULTIPLY,
                            ready,
                            ScriptText.self(module + ".weight"),
                            ScriptText.self(ByteLinears.scales(module)),
                            sums,
                            bias ? ScriptText.self(module + ".bias") : "torch.zeros_like(" + sums + ")");
        }

        Set<String> modules() {
            return modules;
        }
    }
}
