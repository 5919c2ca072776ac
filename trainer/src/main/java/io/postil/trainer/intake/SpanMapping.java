package io.postil.trainer.intake;

import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Entity;
import io.postil.schemas.Field;
import java.util.List;

/**
 * Takes spans of the masked text back to the text as sent. A span that touches any part of a replacement covers the whole of
 * what was replaced: nobody can see, and so mark, a part of it. Offsets are UTF-16 code units, end exclusive.
 */
final class SpanMapping {
    private final List<Entity> entities;

    private SpanMapping(List<Entity> masked) {
        this.entities = masked;
    }

    /**
     * @param entities of both fields, disjoint and in order within each; those that were found but not masked map as text does
     * @param text as sent
     */
    static SpanMapping of(List<Entity> entities, Field field, String text) {
        return new SpanMapping(entities.stream()
                .filter(entity -> entity.getField() == field)
                .filter(entity -> !text.startsWith(entity.getReplacement(), entity.getStart())
                        || entity.getEnd() - entity.getStart()
                                != entity.getReplacement().length())
                .toList());
    }

    CorrectedSpan toOriginal(CorrectedSpan span) {
        return CorrectedSpan.newBuilder(span)
                .setStart(start(span.getStart()))
                .setEnd(end(span.getEnd()))
                .build();
    }

    private int start(int masked) {
        int shift = 0;
        for (Entity entity : entities) {
            if (masked < entity.getMaskedStart()) {
                break;
            }
            if (masked < entity.getMaskedEnd()) {
                return entity.getStart();
            }
            shift = entity.getEnd() - entity.getMaskedEnd();
        }
        return masked + shift;
    }

    private int end(int masked) {
        int shift = 0;
        for (Entity entity : entities) {
            if (masked <= entity.getMaskedStart()) {
                break;
            }
            if (masked <= entity.getMaskedEnd()) {
                return entity.getEnd();
            }
            shift = entity.getEnd() - entity.getMaskedEnd();
        }
        return masked + shift;
    }
}
