package io.postil.trainer.intake;

import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What spans must be to be learned from: of a known type, within their text, not empty, disjoint, cutting no character. */
final class SpanRules {
    private static final Comparator<CorrectedSpan> IN_ORDER = Comparator.comparing(CorrectedSpan::getField)
            .thenComparing(CorrectedSpan::getStart)
            .thenComparing(CorrectedSpan::getEnd);

    private SpanRules() {}

    static List<CorrectedSpan> sorted(List<CorrectedSpan> spans) {
        return spans.stream().sorted(IN_ORDER).toList();
    }

    /** What can be said before the text is known. */
    static Optional<String> emptyOrNegative(List<CorrectedSpan> spans) {
        return spans.stream()
                .filter(span -> span.getStart() < 0 || span.getEnd() <= span.getStart())
                .findFirst()
                .map(span -> said(span) + " is empty or negative");
    }

    /** @param spans sorted, in coordinates of the text as sent */
    static Optional<String> misfit(List<CorrectedSpan> spans, Texts texts) {
        CorrectedSpan last = null;
        for (CorrectedSpan span : spans) {
            var problem = misfit(span, texts);
            if (problem.isPresent()) {
                return problem;
            }
            if (last != null && last.getField() == span.getField() && span.getStart() < last.getEnd()) {
                return Optional.of(said(last) + " and " + said(span) + " overlap in the text as sent");
            }
            last = span;
        }
        return Optional.empty();
    }

    private static Optional<String> misfit(CorrectedSpan span, Texts texts) {
        var text = texts.of(span.getField());
        if (text.isEmpty()) {
            return Optional.of(said(span) + " is of a pair, and the utterance has none");
        }
        int length = text.get().length();
        if (span.getEnd() > length) {
            return Optional.of(said(span) + " goes past the text's end at " + length);
        }
        if (cuts(text.get(), span.getStart()) || cuts(text.get(), span.getEnd())) {
            return Optional.of(said(span) + " cuts a surrogate pair in two");
        }
        return Optional.empty();
    }

    private static boolean cuts(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static String said(CorrectedSpan span) {
        return "span [" + span.getStart() + ", " + span.getEnd() + ")";
    }

    /** The texts of an utterance. */
    interface Texts {
        Optional<String> of(Field field);
    }
}
