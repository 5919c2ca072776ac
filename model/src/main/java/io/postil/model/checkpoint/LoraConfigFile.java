package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/** Reads adapter_config.json. A key that is switched on and that this library does not know is refused by name. */
final class LoraConfigFile {
    private static final Set<String> READ = Set.of(
            "peft_type",
            "base_model_name_or_path",
            "r",
            "lora_alpha",
            "lora_dropout",
            "use_rslora",
            "target_modules",
            "modules_to_save",
            "rank_pattern",
            "alpha_pattern",
            "bias",
            "init_lora_weights",
            "task_type");

    /** What changes nothing in how a stored adapter is applied. */
    private static final Set<String> HARMLESS = Set.of(
            "auto_mapping",
            "revision",
            "inference_mode",
            "peft_version",
            "megatron_core",
            "qalora_group_size",
            "ensure_weight_tying",
            "eva_config",
            "lora_ga_config");

    /** Initialisations that leave the base's weights as they are. */
    private static final Set<String> PLAIN_STARTS = Set.of("true", "false", "gaussian", "eva", "orthogonal", "null");

    private final Path file;
    private final ObjectNode json;

    private LoraConfigFile(Path file) {
        this.file = file;
        this.json = JsonFile.read(file);
    }

    static LoraConfig read(Path file) {
        LoraConfigFile config = new LoraConfigFile(file);
        config.refuseTheUnknown();
        return config.parse();
    }

    private void refuseTheUnknown() {
        json.properties().forEach(entry -> {
            if (!READ.contains(entry.getKey()) && !HARMLESS.contains(entry.getKey()) && on(entry.getValue())) {
                throw bad(entry.getKey(), "is not supported");
            }
        });
        if (!json.path("peft_type").asText().equals("LORA")) {
            throw bad("peft_type", "is not supported (expected LORA)");
        }
        if (!json.path("bias").asText("none").equals("none")) {
            throw bad("bias", "is not supported (expected none)");
        }
        if (!PLAIN_STARTS.contains(json.path("init_lora_weights").asText("true"))) {
            throw bad("init_lora_weights", "is not supported (it changes the base)");
        }
    }

    private static boolean on(JsonNode value) {
        boolean off =
                value.isBoolean() ? !value.asBoolean() : value.isNull() || (value.isContainerNode() && value.isEmpty());
        return !off;
    }

    private LoraConfig parse() {
        String base = json.path("base_model_name_or_path").asText("");
        if (base.isEmpty()) {
            throw bad("base_model_name_or_path", "names no base");
        }
        return new LoraConfig(
                base,
                (int) number("r", 8, 1),
                number("lora_alpha", 8, 0),
                number("lora_dropout", 0, 0),
                json.path("use_rslora").asBoolean(),
                targets(json.path("target_modules")),
                strings("modules_to_save"),
                numbers("rank_pattern", JsonNode::asInt),
                numbers("alpha_pattern", JsonNode::asDouble));
    }

    private Predicate<String> targets(JsonNode node) {
        if (node.isArray() && !node.isEmpty()) {
            return LoraConfig.endingWith(strings("target_modules"));
        }
        if (!node.isTextual()) {
            throw bad("target_modules", "names no modules");
        }
        if (node.asText().equals("all-linear")) {
            return module -> !module.equals("classifier");
        }
        return pattern("target_modules", node.asText()).asMatchPredicate();
    }

    private Pattern pattern(String key, String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new CheckpointException(file + ": " + key + ": '" + pattern + "' is not a regular expression", e);
        }
    }

    private double number(String key, double byDefault, double least) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return byDefault;
        }
        if (!value.isNumber() || !(value.asDouble() >= least)) {
            throw bad(key, "expected a number from " + least);
        }
        return value.asDouble();
    }

    private List<String> strings(String key) {
        return StreamSupport.stream(json.path(key).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private <T> Map<String, T> numbers(String key, Function<JsonNode, T> value) {
        Map<String, T> numbers = new HashMap<>();
        json.path(key).properties().forEach(entry -> {
            if (!entry.getValue().isNumber() || entry.getValue().asDouble() <= 0) {
                throw bad(key, "expected numbers above 0");
            }
            numbers.put(pattern(key, entry.getKey()).pattern(), value.apply(entry.getValue()));
        });
        return numbers;
    }

    private CheckpointException bad(String key, String reason) {
        return new CheckpointException(file + ": " + key + ": " + json.path(key) + " " + reason);
    }
}
