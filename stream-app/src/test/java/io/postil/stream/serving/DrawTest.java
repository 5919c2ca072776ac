package io.postil.stream.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DrawTest {

    @Property
    void shouldDrawTheSameForTheSameKey(@ForAll byte[] key, @ForAll @IntRange(max = 100) int percent) {
        assertThat(Draw.of(key, "a").challenger("nli", percent))
                .isEqualTo(Draw.of(key.clone(), "b").challenger("nli", percent));
    }

    @Property
    void shouldGiveAllKeysOrNoneAtTheEnds(@ForAll byte[] key) {
        assertThat(Draw.of(key, "a").challenger("nli", 100)).isTrue();
        assertThat(Draw.of(key, "a").challenger("nli", 0)).isFalse();
    }

    @Property
    void shouldKeepAKeyWhenTheShareGrows(@ForAll byte[] key, @ForAll @IntRange(max = 99) int percent) {
        Draw draw = Draw.of(key, "a");

        assertThat(!draw.challenger("nli", percent) || draw.challenger("nli", percent + 1))
                .isTrue();
    }

    @Example
    void shouldGiveTheChallengerItsShare() {
        long drawn = IntStream.range(0, 10_000)
                .filter(i -> Draw.of(("conversation-" + i).getBytes(StandardCharsets.UTF_8), "")
                        .challenger("nli", 20))
                .count();

        assertThat(drawn).isCloseTo(2000, within(200L));
    }

    @Example
    void shouldDrawByTheUtteranceWhereThereIsNoKey() {
        assertThat(Draw.of(null, "u-1")).isEqualTo(Draw.of("u-1".getBytes(StandardCharsets.UTF_8), "u-2"));
    }
}
