package io.postil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.evaluate.ClassReport;
import io.postil.model.evaluate.Sentences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Predictions beside what they should have been: all of them sentences of tags, or all of them labels. */
record JudgedLines(List<JsonNode> gold, List<JsonNode> predicted) {

    /** @throws InputException naming file, line and what was expected */
    static JudgedLines read(Path file) {
        List<JsonNode> gold = new ArrayList<>();
        List<JsonNode> predicted = new ArrayList<>();
        List<ObjectNode> lines = JsonLines.read(file, line -> checked(line, gold, predicted));
        if (lines.isEmpty()) {
            throw new InputException(file + ": no line to judge");
        }
        return new JudgedLines(gold, predicted);
    }

    /** @param labels in the order of the report; sorted, as they occur, where there are none */
    Map<String, Object> report(List<String> labels) {
        if (gold.get(0).isArray()) {
            if (!labels.isEmpty()) {
                throw new UsageException("--labels: goes with labels (the file holds sentences)");
            }
            return Sentences.of(tags(gold), tags(predicted)).json();
        }
        List<String> expected = gold.stream().map(JsonNode::asText).toList();
        List<String> answered = predicted.stream().map(JsonNode::asText).toList();
        if (labels.size() != new HashSet<>(labels).size()) {
            throw new UsageException("--labels: " + labels + " names a label twice");
        }
        return (labels.isEmpty() ? ClassReport.of(expected, answered) : ClassReport.of(expected, answered, labels))
                .json();
    }

    private static ObjectNode checked(ObjectNode line, List<JsonNode> gold, List<JsonNode> predicted) {
        JsonNode expected = line.path("gold");
        JsonNode answered = line.path("predicted");
        boolean sentence = isTags(expected) && isTags(answered) && expected.size() == answered.size();
        boolean label = expected.isTextual() && answered.isTextual();
        boolean alike = gold.isEmpty() || gold.get(0).isArray() == sentence;
        if (!(sentence || label) || !alike) {
            throw new UsageException(
                    "expected \"gold\" and \"predicted\" as two texts or two equally long lists of tags, "
                            + "the same on every line");
        }
        gold.add(expected);
        predicted.add(answered);
        return line;
    }

    private static boolean isTags(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode tag : node) {
            if (!tag.isTextual() || tag.asText().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static List<List<String>> tags(List<JsonNode> sentences) {
        List<List<String>> tags = new ArrayList<>();
        for (JsonNode sentence : sentences) {
            List<String> row = new ArrayList<>();
            sentence.forEach(tag -> row.add(tag.asText()));
            tags.add(row);
        }
        return tags;
    }
}
