package io.postil.privacy;

import java.util.List;

/** Finds personal data in a text. Safe for use by many threads. */
@FunctionalInterface
public interface Finder {
    /**
     * Finds all there is.
     *
     * @return in any order, may overlap; offsets in {@code text}
     * @throws MaskingException when it cannot tell
     */
    List<Finding> find(String text);
}
