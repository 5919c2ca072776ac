package io.postil.starter.generate;

import java.util.List;

/** Hand-written first and last names of one origin. */
record NameOrigin(String origin, List<String> first, List<String> last) {}
