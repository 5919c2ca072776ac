package io.postil.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class WindowTest {

    @Property
    void shouldCoverEveryTokenWithWindowsThatFit(
            @ForAll @IntRange(max = 300) int first,
            @ForAll @IntRange(max = 300) int second,
            @ForAll @IntRange(min = 8, max = 64) int size,
            @ForAll @IntRange(max = 64) int overlap) {
        Encoded tokens = Tokens.of(first, second);

        List<Window> windows = Window.over(tokens, size, overlap);

        Set<Integer> seen = new HashSet<>();
        windows.forEach(window -> seen.addAll(tokens(window)));
        assertThat(seen).hasSize(tokens.size());
        assertThat(windows).allSatisfy(window -> assertThat(tokens(window))
                .hasSizeLessThanOrEqualTo(size)
                .isSorted()
                .contains(0, tokens.size() - 1));
    }

    @Property
    void shouldCutBetweenWords(
            @ForAll @IntRange(min = 1, max = 500) int count,
            @ForAll @IntRange(min = 34, max = 64) int size,
            @ForAll @IntRange(max = 64) int overlap,
            @ForAll @IntRange(min = 1, max = 4) int tokensOfAWord) {
        Encoded input = Tokens.ofWords(count, 0, tokensOfAWord);

        List<Window> windows = Window.over(input, size, overlap);

        assertThat(windows).allSatisfy(window -> {
            assertThat(input.continuesWord(window.token(1))).isFalse();
            int after = window.token(window.size() - 2) + 1;
            assertThat(input.isSpecial(after) || !input.continuesWord(after)).isTrue();
        });
    }

    private static List<Integer> tokens(Window window) {
        return IntStream.range(0, window.size()).mapToObj(window::token).toList();
    }

    @Example
    void shouldReadAnInputThatFitsAtOnce() {
        assertThat(Window.over(Tokens.of(5, 3), 11, 2)).hasSize(1);
    }

    @Example
    void shouldShareTokensBetweenNeighbours() {
        List<Window> windows = Window.over(Tokens.of(14, 0), 10, 2);

        assertThat(windows)
                .extracting(WindowTest::tokens)
                .containsExactly(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 15), List.of(0, 7, 8, 9, 10, 11, 12, 13, 14, 15));
        assertThat(windows.get(0).context(8)).isZero();
        assertThat(windows.get(1).context(2)).isEqualTo(1);
    }

    @Example
    void shouldKeepTheShorterTextOfAPairWhole() {
        assertThat(Window.over(Tokens.of(3, 100), 23, 5))
                .allSatisfy(window -> assertThat(tokens(window)).contains(1, 2, 3));
    }

    @Example
    void shouldRefuseAWindowWithoutRoom() {
        assertThatThrownBy(() -> Window.over(Tokens.of(9, 9), 4, 0)).hasMessageContaining("leaves no room");
    }
}
