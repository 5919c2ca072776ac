package io.postil.privacy.replace;

import io.postil.privacy.Masked;
import io.postil.privacy.policy.FieldPolicy;
import io.postil.privacy.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Turns masked texts of one conversation back, where the policy's operators are reversible. For one thread. */
public final class Unmasker {
    private final Policy policy;
    private final Treating treating;

    Unmasker(Policy policy, Treating treating) {
        this.policy = policy;
        this.treating = treating;
    }

    /** A masked span as it is known without the original: its type and its place in the masked text. */
    public record Place(String type, int start, int end) {}

    /**
     * The text as sent.
     *
     * @param places disjoint and in order
     * @throws UnmaskingException when a place cannot be turned back
     */
    public String unmask(String masked, List<Place> places) {
        var text = new StringBuilder();
        int from = 0;
        for (Place place : places) {
            if (place.start() < from || place.end() < place.start() || place.end() > masked.length()) {
                throw new UnmaskingException("spans are not in order within the text");
            }
            text.append(masked, from, place.start())
                    .append(original(place.type(), masked.substring(place.start(), place.end())));
            from = place.end();
        }
        return text.append(masked, from, masked.length()).toString();
    }

    /** The original of one replacement. */
    public String original(String type, String replacement) {
        var ofType = policy.of(type).orElseThrow(() -> new UnmaskingException("the policy has no entry for " + type));
        return treating.original(ofType.operator(), type, replacement);
    }

    /**
     * What stood in a field that was replaced as a whole, or kept.
     *
     * @throws UnmaskingException when it cannot be turned back, as where something was found in it
     */
    public String field(FieldPolicy field, String value) {
        if (field instanceof FieldPolicy.Keep) {
            return value;
        } else if (field instanceof FieldPolicy.Whole whole) {
            return treating.original(whole.operator(), whole.type(), value);
        }
        throw new UnmaskingException("the policy has no operator for the whole of the field");
    }

    /** Where the masks of a text stand. */
    public static List<Place> places(Masked masked) {
        var places = new ArrayList<Place>();
        masked.spans()
                .forEach(span -> places.add(new Place(span.finding().type(), span.maskedStart(), span.maskedEnd())));
        return places;
    }
}
