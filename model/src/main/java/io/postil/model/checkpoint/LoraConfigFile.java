package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.CheckpointException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            "exclude_modules",
            "layers_to_transform",
            "layers_pattern",
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

    private final ConfigKeys config;

    private LoraConfigFile(Path file) {
        this.config = new ConfigKeys(file, JsonFile.read(file));
    }

    static LoraConfig read(Path file) {
        LoraConfigFile config = new LoraConfigFile(file);
        config.refuseTheUnknown();
        return config.parse();
    }

    private void refuseTheUnknown() {
        config.json().properties().forEach(entry -> {
            if (!READ.contains(entry.getKey()) && !HARMLESS.contains(entry.getKey()) && on(entry.getValue())) {
                throw bad(entry.getKey(), "is not supported");
            }
        });
        if (!config.json().path("peft_type").asText().equals("LORA")) {
            throw bad("peft_type", "is not supported (expected LORA)");
        }
        if (!config.json().path("bias").asText("none").equals("none")) {
            throw bad("bias", "is not supported (expected none)");
        }
        if (!PLAIN_STARTS.contains(config.json().path("init_lora_weights").asText("true"))) {
            throw bad("init_lora_weights", "is not supported (it changes the base)");
        }
    }

    private static boolean on(JsonNode value) {
        boolean off =
                value.isBoolean() ? !value.asBoolean() : value.isNull() || (value.isContainerNode() && value.isEmpty());
        return !off;
    }

    private LoraConfig parse() {
        String base = config.text("base_model_name_or_path", "");
        if (base.isEmpty()) {
            throw bad("base_model_name_or_path", "names no base");
        }
        return new LoraConfig(
                base,
                config.count("r", 8),
                config.positive("lora_alpha", 8),
                config.fraction("lora_dropout", 0),
                config.flag("use_rslora", false),
                targets().except(excluded()),
                config.texts("modules_to_save"),
                numbers("rank_pattern", node -> node.isIntegralNumber() && node.canConvertToInt(), JsonNode::asInt),
                numbers("alpha_pattern", JsonNode::isNumber, JsonNode::asDouble));
    }

    private LoraTargets targets() {
        if (!config.json().path("target_modules").isTextual()) {
            List<String> names = config.texts("target_modules");
            if (names.isEmpty()) {
                throw bad("target_modules", "names no modules");
            }
            return inLayers(LoraTargets.of(names), names);
        }
        String pattern = config.text("target_modules", "");
        if (config.has("layers_to_transform")) {
            throw bad("layers_to_transform", "is not supported where target_modules is no list");
        }
        return pattern.equalsIgnoreCase(LoraTargets.ALL_LINEAR)
                ? LoraTargets.of(List.of(LoraTargets.ALL_LINEAR)).except(this::isClassifier)
                : LoraTargets.matching(pattern("target_modules", pattern));
    }

    /** The module that PEFT takes for the classifier of a sequence, which it leaves out of all linear modules. */
    private boolean isClassifier(String module) {
        return module.equals("classifier")
                && config.json().path("task_type").asText().equals("SEQ_CLS");
    }

    private Predicate<String> excluded() {
        JsonNode node = config.json().path("exclude_modules");
        return node.isTextual()
                ? pattern("exclude_modules", node.asText()).asMatchPredicate()
                : LoraTargets.named(config.texts("exclude_modules"));
    }

    private LoraTargets inLayers(LoraTargets targets, List<String> names) {
        Set<Integer> layers = layers();
        Stream<String> patterns = config.json().path("layers_pattern").isTextual()
                ? Stream.of(config.text("layers_pattern", ""))
                : config.texts("layers_pattern").stream();
        List<Pattern> places = patterns.map(name -> pattern("layers_pattern", "(?:^|.*?\\.)" + name + "\\.(\\d+)\\..*"))
                .toList();
        if (layers.isEmpty() && !places.isEmpty()) {
            throw bad("layers_pattern", "is not supported without layers_to_transform");
        }
        return layers.isEmpty() ? targets : targets.inLayers(names, layers, places);
    }

    private Set<Integer> layers() {
        JsonNode node = config.json().path("layers_to_transform");
        if (node.isIntegralNumber()) {
            return Set.of(node.asInt());
        }
        if (config.has("layers_to_transform") && !node.isArray()) {
            throw bad("layers_to_transform", "expected whole numbers");
        }
        return node.valueStream()
                .map(one -> {
                    if (!one.isIntegralNumber()) {
                        throw bad("layers_to_transform", "expected whole numbers");
                    }
                    return one.asInt();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A regular expression; Python's way of naming a group is turned into Java's. */
    private Pattern pattern(String key, String pattern) {
        try {
            return Pattern.compile(pattern.replace("(?P<", "(?<"));
        } catch (PatternSyntaxException e) {
            throw new CheckpointException(
                    config.file() + ": " + key + ": '" + pattern + "' is not a regular expression", e);
        }
    }

    private <T> Map<String, T> numbers(String key, Predicate<JsonNode> is, Function<JsonNode, T> value) {
        if (config.has(key) && !config.json().path(key).isObject()) {
            throw bad(key, "expected an object of numbers");
        }
        Map<String, T> numbers = new LinkedHashMap<>();
        config.json().path(key).properties().forEach(entry -> {
            if (!is.test(entry.getValue()) || entry.getValue().asDouble() <= 0) {
                throw bad(key, "expected numbers above 0");
            }
            numbers.put(pattern(key, entry.getKey()).pattern(), value.apply(entry.getValue()));
        });
        return numbers;
    }

    private CheckpointException bad(String key, String reason) {
        return new CheckpointException(
                config.file() + ": " + key + ": " + config.json().path(key) + " " + reason);
    }
}
