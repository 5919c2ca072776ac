package io.postil.model.torch;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.text.AggregatedDecoder;
import io.postil.model.text.Aggregation;
import io.postil.model.text.SpanDecoder;
import io.postil.model.text.Subwords;
import io.postil.model.text.TagDecoder;
import io.postil.model.text.TagSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** How the labels of tokens become spans. */
public interface SpanRule {

    /** The decoder for a checkpoint. */
    SpanDecoder decoder(Checkpoint checkpoint, List<String> labels);

    /** The most probable sequence of tags that is allowed: Postil's own. */
    record Constrained() implements SpanRule {
        @Override
        public SpanDecoder decoder(Checkpoint checkpoint, List<String> labels) {
            return new TagDecoder(new TagSet(labels));
        }
    }

    /** As transformers' pipeline does. */
    record Aggregated(Aggregation strategy, List<String> ignored) implements SpanRule {
        public Aggregated {
            ignored = List.copyOf(ignored);
        }

        @Override
        public SpanDecoder decoder(Checkpoint checkpoint, List<String> labels) {
            return new AggregatedDecoder(strategy, labels, Set.copyOf(ignored), subwords(checkpoint));
        }

        private static Subwords subwords(Checkpoint checkpoint) {
            JsonNode tokenizer = JsonFile.read(checkpoint.file("tokenizer.json"));
            JsonNode model = tokenizer.path("model");
            Map<String, Integer> ids = new HashMap<>();
            if (model.path("vocab").isObject()) {
                model.path("vocab")
                        .properties()
                        .forEach(token ->
                                ids.put(token.getKey(), token.getValue().asInt()));
            }
            tokenizer
                    .path("added_tokens")
                    .forEach(token -> ids.put(
                            token.path("content").asText(), token.path("id").asInt()));
            Map<Integer, String> names = new HashMap<>();
            if (!model.path("continuing_subword_prefix").asText("").isEmpty()) {
                ids.forEach((name, id) -> names.put(id, name));
            }
            return new Subwords(names, unknown(checkpoint, model, ids));
        }

        private static OptionalInt unknown(Checkpoint checkpoint, JsonNode model, Map<String, Integer> ids) {
            Path file = checkpoint.file("tokenizer_config.json");
            JsonNode stated = Files.exists(file) ? JsonFile.read(file).path("unk_token") : model.path("unk_token");
            String name = stated.path("content")
                    .asText(stated.asText(model.path("unk_token").asText()));
            Integer id = ids.get(name);
            if (id != null) {
                return OptionalInt.of(id);
            }
            return model.path("unk_id").isInt()
                    ? OptionalInt.of(model.path("unk_id").asInt())
                    : OptionalInt.empty();
        }
    }
}
