package io.postil.starter.generate;

/** One labelled entity: offsets in UTF-16 code units, the end exclusive. */
record Span(String type, int start, int end) {}
