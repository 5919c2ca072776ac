package io.postil.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.AnyText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowTextTest {
    @Property
    @Domain(AnyText.class)
    void shouldMapEveryCharacterToOneOfTheTextAsSent(@ForAll String text) {
        var shadow = ShadowText.of(text);

        int last = 0;
        for (int i = 0; i < shadow.text().length(); i++) {
            assertThat(shadow.originalStart(i)).isGreaterThanOrEqualTo(last).isLessThan(text.length());
            assertThat(shadow.originalEnd(i + 1))
                    .isGreaterThan(shadow.originalStart(i))
                    .isLessThanOrEqualTo(text.length());
            last = shadow.originalStart(i);
        }
    }

    @Property
    @Domain(AnyText.class)
    void shouldFoldAPartAsItFoldsTheWhole(@ForAll String text) {
        var shadow = ShadowText.of(text);

        for (int i = 0; i < shadow.text().length(); i++) {
            var part = text.substring(shadow.originalStart(i), shadow.originalEnd(i + 1));
            assertThat(ShadowText.of(part).text()).contains(shadow.text().substring(i, i + 1));
        }
    }

    @Property
    @Domain(AnyText.class)
    void shouldFoldWhatIsFoldedToItself(@ForAll String text) {
        var once = ShadowText.of(text).text();

        assertThat(ShadowText.of(once).text()).isEqualTo(once);
    }

    @Property
    void shouldLeaveAsciiWithoutSignsInBracketsAlone(@ForAll @CharRange(from = 0, to = 0x7f) String ascii) {
        var text = ascii.replace('[', 'a').replace('(', 'a').replace('{', 'a').replace('<', 'a');

        var shadow = ShadowText.of(text);

        assertThat(shadow.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1[.]2, 1.2",
        "ab (dot) cd, ab . cd",
        "ab{PUNKT}cd, ab.cd",
        "ab[@]cd, ab@cd",
        "hxxp[://]ab, hxxp://ab",
        "hxxp[:]//ab, hxxp://ab",
        "(.), (.)",
        "ab (at) cd, ab (at) cd",
        "٤١١١, 4111",
        "４１１１, 4111",
        "𝟒𝟏𝟏𝟏, 4111",
        "été, ete",
        "Đường, Duong",
        "ﬁn, fin",
        "ada＠example．com, ada@example.com",
        "раураl, paypal",
        "06–39, 06-39",
    })
    void shouldReadWhatAReaderWouldRead(String text, String folded) {
        assertThat(ShadowText.of(text).text()).isEqualTo(folded);
    }

    @Test
    void shouldDropWhatCannotBeSeen() {
        assertThat(ShadowText.of("4\u200b1\u00ad1\u20601\ufe0f").text()).isEqualTo("4111");
    }

    @Test
    void shouldKeepALoneSurrogate() {
        assertThat(ShadowText.of("a\ud83d1").text()).isEqualTo("a\ud83d1");
    }
}
