package io.postil.starter.generate;

import java.util.List;

/** One line of the entity data set. All texts of one template share the template's conversation. */
record LabelledText(String conversation, String text, List<Span> spans, String language) {}
