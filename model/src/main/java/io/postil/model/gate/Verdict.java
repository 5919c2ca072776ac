package io.postil.model.gate;

/** What the gate says of a challenger. The reason is for people and auditors: full sentences with their figures. */
public sealed interface Verdict {

    String reason();

    /** The challenger may become champion. */
    record Promote(String reason) implements Verdict {}

    /** The champion stays. */
    record Refuse(String reason) implements Verdict {}
}
