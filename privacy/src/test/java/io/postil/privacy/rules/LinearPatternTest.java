package io.postil.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {

    /** RE2J, told to take the longest match, is the judge. */
    @Property(tries = 2000)
    void shouldMatchWhatRe2Matches(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        var judge =
                Pattern.compile("\\A(?:" + pattern + ")", Pattern.LONGEST_MATCH).matcher(text);

        int expected = judge.find() ? judge.end() : -1;

        assertThat(LinearPattern.of(pattern).end(text, 0)).isEqualTo(expected);
    }

    @Property(tries = 500)
    void shouldMatchTheSameBackwards(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        int end = LinearPattern.of(pattern).end(text, 0);

        boolean whole = end == text.length();

        assertThat(whole && !text.isEmpty() && LinearPattern.backwards(pattern).wholeStart(text, text.length()) != 0)
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "[0-9]{2}, 123, -1",
        "[0-9]{2}, 12 3, 2",
        "'[0-9]{2,}', 123, 3",
        "a(?:b|bc), abcd, -1",
        "a(?:b|bc), abc d, 3"
    })
    void shouldEndWhereAWordEnds(String pattern, String text, int end) {
        assertThat(LinearPattern.of(pattern).wholeEnd(text, 0)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a)", "a)", "[a", "\\d", "(?:a"})
    void shouldRefuseWhatItDoesNotKnow(String pattern) {
        assertThatThrownBy(() -> LinearPattern.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldTellNegatedSets() {
        assertThat(LinearPattern.of("[^ ,]+").end("a\u00e9\ud83d,b", 0)).isEqualTo(3);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                "a*",
                "a?b",
                "(?:ab|a)c*",
                "[a-c]{2,3}",
                "(?:a|b)*c",
                "a{2,}",
                "[^a]b",
                "(?:a{1,2}b?){0,2}",
                "\\.?a|b\\.",
                "");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abc.").ofMaxLength(8);
    }
}
