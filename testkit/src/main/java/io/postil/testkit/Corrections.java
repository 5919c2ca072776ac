package io.postil.testkit;

import io.postil.schemas.Coordinates;
import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Correction;
import io.postil.schemas.Field;
import io.postil.schemas.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Corrections in the words of the domain: {@code Corrections.of("u1").label("dialogue-act", "request").by("ann").build()}. */
public final class Corrections {

    private final Correction.Builder builder;

    private Corrections(String utteranceId) {
        builder = Correction.newBuilder()
                .setId("c-" + utteranceId)
                .setUtteranceId(utteranceId)
                .setAnnotator("ann")
                .setSubmittedAt(Instant.EPOCH);
    }

    public static Corrections of(String utteranceId) {
        return new Corrections(utteranceId);
    }

    /** With the whole utterance in it, as where a labelled data set is streamed in. */
    public static Corrections with(Utterance utterance) {
        var corrections = new Corrections(utterance.getId());
        corrections.builder.setUtterance(utterance).setCoordinates(Coordinates.ORIGINAL);
        return corrections;
    }

    public Corrections label(String task, String label) {
        builder.setTask(task).setLabel(label);
        return this;
    }

    public Corrections confirmed(String task) {
        builder.setTask(task).setConfirmed(true);
        return this;
    }

    /** One span more of the text; the task is {@code entities}. Without a call there is no span field at all. */
    public Corrections span(String type, int start, int end) {
        List<CorrectedSpan> spans =
                builder.getSpans() == null ? new ArrayList<>() : new ArrayList<>(builder.getSpans());
        spans.add(CorrectedSpan.newBuilder()
                .setField(Field.TEXT)
                .setType(type)
                .setStart(start)
                .setEnd(end)
                .build());
        builder.setTask("entities").setSpans(spans);
        return this;
    }

    /** There is nothing to find; the task is {@code entities}. */
    public Corrections noSpans() {
        builder.setTask("entities").setSpans(List.of());
        return this;
    }

    public Corrections inOriginalCoordinates() {
        builder.setCoordinates(Coordinates.ORIGINAL);
        return this;
    }

    public Corrections withId(String id) {
        builder.setId(id);
        return this;
    }

    public Corrections by(String annotator) {
        builder.setAnnotator(annotator);
        return this;
    }

    public Corrections ofVersion(String modelVersion) {
        builder.setModelVersion(modelVersion);
        return this;
    }

    public Corrections at(Instant instant) {
        builder.setSubmittedAt(instant);
        return this;
    }

    public Correction build() {
        return builder.build();
    }
}
