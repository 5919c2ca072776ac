package io.postil.trainer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Entity;
import io.postil.schemas.Field;
import io.postil.trainer.fixtures.Corrections;
import io.postil.trainer.fixtures.Utterances;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts of pieces, some of which are masked. */
final class SpanMappingTest {
    record Piece(String text, boolean masked) {}

    @Property
    void shouldFindWhatWasSeenBetweenTheMasks(@ForAll("pieces") List<Piece> pieces) {
        var text = new Masked(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            var seen = Corrections.span("PERSON", text.maskedStarts.get(i), text.maskedStarts.get(i + 1));

            var mapped = text.toOriginal(seen);

            assertThat(text.original.substring(mapped.getStart(), mapped.getEnd()))
                    .isEqualTo(pieces.get(i).text());
        }
    }

    @Property
    void shouldCoverTheWholeOfWhatASpanTouches(@ForAll("pieces") List<Piece> pieces) {
        var text = new Masked(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).masked()) {
                int middle = text.maskedStarts.get(i) + 1;

                var mapped = text.toOriginal(Corrections.span("PERSON", middle, middle + 1));

                assertThat(text.original.substring(mapped.getStart(), mapped.getEnd()))
                        .isEqualTo(pieces.get(i).text());
            }
        }
    }

    @Provide
    Arbitrary<List<Piece>> pieces() {
        var text = Arbitraries.strings().withChars("abé 😀ש").ofMinLength(1).ofMaxLength(9);
        return Combinators.combine(text, Arbitraries.of(true, false))
                .as(Piece::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static final class Masked {
        final List<Integer> maskedStarts = new ArrayList<>();
        final String original;
        private final List<Entity> entities = new ArrayList<>();

        Masked(List<Piece> pieces) {
            var text = new StringBuilder();
            int masked = 0;
            maskedStarts.add(0);
            for (Piece piece : pieces) {
                int start = text.length();
                text.append(piece.text());
                if (piece.masked()) {
                    entities.add(Utterances.entity("PERSON", start, text.length(), masked));
                }
                masked += piece.masked() ? "[PERSON]".length() : piece.text().length();
                maskedStarts.add(masked);
            }
            original = text.toString();
        }

        CorrectedSpan toOriginal(CorrectedSpan span) {
            return SpanMapping.of(entities, Field.TEXT, original).toOriginal(span);
        }
    }
}
