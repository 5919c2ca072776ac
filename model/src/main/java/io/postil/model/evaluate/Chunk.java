package io.postil.model.evaluate;

/** A typed span. Offsets are whatever is counted, tokens or UTF-16 code units; the end is exclusive. */
public record Chunk(String type, int start, int end) {}
