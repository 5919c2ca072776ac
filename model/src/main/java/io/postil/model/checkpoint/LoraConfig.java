package io.postil.model.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an adapter_config.json of PEFT's LoRA says. Module names are those of the whole model, such as
 * {@code bert.encoder.layer.0.attention.self.query}.
 *
 * @param base {@code base_model_name_or_path} as it stands in the file
 * @param targets which linear modules get a low-rank part
 * @param modulesToSave ends of the names of modules that are trained and stored whole
 * @param rankPattern ranks that differ from {@code rank}, by a pattern of the end of a module's name, of which the first that matches
 *     counts; likewise alphas
 * @see <a href="https://github.com/huggingface/peft/blob/main/src/peft/tuners/lora/config.py">PEFT's LoraConfig</a>
 */
public record LoraConfig(
        String base,
        int rank,
        double alpha,
        double dropout,
        boolean rankStabilised,
        LoraTargets targets,
        List<String> modulesToSave,
        Map<String, Integer> rankPattern,
        Map<String, Double> alphaPattern) {

    public LoraConfig {
        modulesToSave = List.copyOf(modulesToSave);
        targets = targets.exceptSaved(modulesToSave);
        rankPattern = Collections.unmodifiableMap(new LinkedHashMap<>(rankPattern));
        alphaPattern = Collections.unmodifiableMap(new LinkedHashMap<>(alphaPattern));
    }

    /** One rank and one alpha for all targets, which are ends of modules' names, or {@code all-linear}. */
    public static LoraConfig of(
            String base, int rank, double alpha, double dropout, List<String> targets, List<String> modulesToSave) {
        return new LoraConfig(
                base, rank, alpha, dropout, false, LoraTargets.of(targets), modulesToSave, Map.of(), Map.of());
    }

    public int rank(String module) {
        return matching(rankPattern, module, rank);
    }

    /** What the low-rank product is multiplied by: alpha / r, with rank stabilisation alpha / sqrt(r). */
    public double scale(String module) {
        double own = matching(alphaPattern, module, alpha);
        return rankStabilised ? own / Math.sqrt(rank(module)) : own / rank(module);
    }

    /** Whether a parameter belongs to a module that is trained and stored whole. */
    public boolean saves(String parameter) {
        for (int dot = parameter.indexOf('.'); dot >= 0; dot = parameter.indexOf('.', dot + 1)) {
            String module = parameter.substring(0, dot);
            if (modulesToSave.stream().anyMatch(module::endsWith)) {
                return true;
            }
        }
        return false;
    }

    private static <T> T matching(Map<String, T> patterns, String module, T otherwise) {
        return patterns.entrySet().stream()
                .filter(entry -> Pattern.matches("(.*\\.)?(" + entry.getKey() + ")", module))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
