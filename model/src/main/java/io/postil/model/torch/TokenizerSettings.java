package io.postil.model.torch;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.text.Truncation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What tokenizer_config.json says, read as transformers reads it.
 *
 * @param longest the number of tokens at which inputs are cut, where they are: {@code model_max_length}, else the truncation of
 *     tokenizer.json; never more than the model has positions
 * @param cut which part of a text that is too long is lost: {@code truncation_side}, else the direction in tokenizer.json
 * @param tokenTypes whether the second text of a pair is told apart by its token type
 */
record TokenizerSettings(int longest, Truncation.Cut cut, boolean tokenTypes) {
    /** Generic classes, which pass no token types unless {@code model_input_names} asks for them. */
    private static final Set<String> GENERIC = Set.of("TokenizersBackend", "PreTrainedTokenizerFast");

    static TokenizerSettings of(Checkpoint checkpoint) {
        Path file = checkpoint.file("tokenizer_config.json");
        JsonNode config = Files.exists(file) ? JsonFile.read(file) : JsonFile.object();
        JsonNode truncation = JsonFile.read(checkpoint.file("tokenizer.json")).path("truncation");
        String side = config.path("truncation_side")
                .asText(truncation.path("direction").asText());
        return new TokenizerSettings(
                longest(checkpoint, config.path("model_max_length"), truncation.path("max_length")),
                side.equalsIgnoreCase("left") ? Truncation.Cut.BEGINNING : Truncation.Cut.END,
                tokenTypes(config));
    }

    private static int longest(Checkpoint checkpoint, JsonNode inConfig, JsonNode inTokenizer) {
        int positions = checkpoint.config().encoder().limit();
        JsonNode stated = inConfig.isNumber() ? inConfig : inTokenizer;
        return stated.isNumber() ? (int) Math.min(positions, Math.max(1, stated.asDouble())) : positions;
    }

    private static boolean tokenTypes(JsonNode config) {
        JsonNode names = config.path("model_input_names");
        if (!names.isArray()) {
            return !GENERIC.contains(config.path("tokenizer_class").asText());
        }
        for (JsonNode name : names) {
            if (name.asText().equals("token_type_ids")) {
                return true;
            }
        }
        return false;
    }
}
