package io.postil.privacy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Texts with everything in them that moves offsets or looks like a mask, personal data among it. */
public final class AnyText extends DomainContextBase {
    private static final List<String> PIECES = List.of(
            "[PERSON]",
            "[",
            "ada@example.com",
            "4111 1111 1111 1111",
            "06 39 98 12 34",
            "192.0.2.1",
            "born 3 March 1985",
            "👩‍🚀",
            "👋🏽",
            "🇫🇷",
            "e\u0301",
            "\u0301",
            "\u200d",
            "\ufe0f",
            "\ud83d",
            "\udc4b",
            "\u200b",
            "\u00ad",
            "\u0661",
            "ﬁ",
            "ﷺ",
            "한",
            "é",
            "\u0000",
            "\n",
            " ",
            "a",
            "Z",
            "7");

    @Provide
    Arbitrary<String> texts() {
        var piece = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(PIECES)),
                Tuple.of(2, Arbitraries.strings().ofMaxLength(3)));
        return piece.list().ofMaxSize(20).map(pieces -> String.join("", pieces));
    }
}
