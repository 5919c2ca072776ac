package io.postil.starter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sample conversations, English and French, for a first look. */
public final class SampleFeed {
    private SampleFeed() {}

    /** All turns, conversation by conversation. */
    public static List<SampleTurn> turns() {
        List<SampleTurn> turns = new ArrayList<>();
        try (InputStream resource = SampleFeed.class.getResourceAsStream("feed.jsonl");
                var lines = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(resource)) {
            lines.forEachRemaining(line -> turns.add(turn(line)));
            return turns;
        } catch (IOException e) {
            throw new UncheckedIOException("the sample conversations in the jar cannot be read", e);
        }
    }

    private static SampleTurn turn(JsonNode line) {
        return new SampleTurn(
                line.required("conversation").asText(),
                line.required("speaker").asText(),
                line.required("text").asText(),
                Optional.ofNullable(line.get("text_pair")).map(JsonNode::asText),
                line.required("language").asText());
    }
}
