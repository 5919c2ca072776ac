package io.postil.privacy;

/**
 * What stands in the place of a masked span.
 *
 * @param operator the name of the operator that made it
 * @param isKept whether the original may stand in it, as the policy wants
 */
public record Replacement(String text, String operator, boolean isKept) {

    /** A replacement that may not show the original. */
    public Replacement(String text, String operator) {
        this(text, operator, false);
    }
}
