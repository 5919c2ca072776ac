package io.postil.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

final class CodeUnitsTest {

    @Property
    void shouldKeepTheLengthAndEveryPairOfSurrogates(
            @ForAll @CharRange(from = '\ud7fe', to = '\ue001') @CharRange(from = 0, to = 'b') String text) {
        String wellFormed = CodeUnits.wellFormed(text);

        assertThat(wellFormed).hasSameSizeAs(text);
        assertThat(wellFormed.codePoints())
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        assertThat(CodeUnits.wellFormed(wellFormed)).isSameAs(wellFormed);
    }

    @Example
    void shouldReplaceALoneSurrogate() {
        assertThat(CodeUnits.wellFormed("a\ud83db\u0000\ud83d\ude00\udc00"))
                .isEqualTo("a\ufffdb\u0000\ud83d\ude00\ufffd");
    }

    @Property
    void shouldSayWhereEachCodePointBegins(@ForAll String any) {
        String text = CodeUnits.wellFormed(any);

        int[] starts = CodeUnits.starts(text);

        assertThat(starts).hasSize(text.codePointCount(0, text.length()) + 1);
        for (int point = 0; point < starts.length; point++) {
            assertThat(starts[point]).isEqualTo(text.offsetByCodePoints(0, point));
        }
    }
}
