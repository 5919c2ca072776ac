package io.postil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.schemas.Coordinates;
import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Correction;
import io.postil.schemas.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** A correction as a line of JSON. */
final class CorrectionLine {
    private static final Set<String> FIELDS = Set.of(
            "id", "utteranceId", "task", "label", "spans", "confirmed", "coordinates", "modelVersion", "annotator");

    private CorrectionLine() {}

    static Correction read(ObjectNode line, String annotator) {
        refuseUnknown(line);
        long said = Stream.of("label", "spans", "confirmed")
                .filter(line::hasNonNull)
                .count();
        if (said != 1) {
            throw new UsageException("expected exactly one of \"label\", \"spans\" and \"confirmed\", found " + said);
        }
        return Correction.newBuilder()
                .setId(JsonLines.textOr(line, "id", UUID.randomUUID().toString()))
                .setUtteranceId(JsonLines.text(line, "utteranceId"))
                .setTask(JsonLines.text(line, "task"))
                .setLabel(JsonLines.textOr(line, "label", null))
                .setSpans(line.hasNonNull("spans") ? spans(line.get("spans")) : null)
                .setConfirmed(
                        line.hasNonNull("confirmed") ? line.get("confirmed").asBoolean() : null)
                .setCoordinates(oneOf(Coordinates.class, line, "coordinates", Coordinates.MASKED))
                .setModelVersion(JsonLines.textOr(line, "modelVersion", null))
                .setAnnotator(JsonLines.textOr(line, "annotator", annotator))
                .setSubmittedAt(Instant.now())
                .setUtterance(null)
                .build();
    }

    private static List<CorrectedSpan> spans(JsonNode node) {
        if (!node.isArray()) {
            throw new UsageException("expected \"spans\" with a list");
        }
        List<CorrectedSpan> spans = new ArrayList<>();
        for (JsonNode item : node) {
            if (!(item instanceof ObjectNode span)
                    || !span.path("start").isInt()
                    || !span.path("end").isInt()) {
                throw new UsageException("expected each of \"spans\" as {\"type\",\"start\",\"end\"}");
            }
            spans.add(CorrectedSpan.newBuilder()
                    .setField(oneOf(Field.class, span, "field", Field.TEXT))
                    .setType(JsonLines.text(span, "type"))
                    .setStart(span.get("start").asInt())
                    .setEnd(span.get("end").asInt())
                    .build());
        }
        return spans;
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, ObjectNode line, String field, E fallback) {
        String name = JsonLines.textOr(line, field, fallback.name());
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("\"" + field + "\": " + name + " (expected one of "
                        + Arrays.toString(type.getEnumConstants()) + ")"));
    }

    private static void refuseUnknown(ObjectNode line) {
        Set<String> unknown = new TreeSet<>();
        line.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new UsageException("no such field: " + unknown + " (expected some of " + new TreeSet<>(FIELDS) + ")");
        }
    }
}
