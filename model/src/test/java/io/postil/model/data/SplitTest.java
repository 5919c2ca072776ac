package io.postil.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void shouldShareConversationsAsPromised() {
        Map<Split, Long> shares = IntStream.range(0, 20_000)
                .mapToObj(i -> Split.of("conversation-" + i))
                .collect(Collectors.groupingBy(split -> split, Collectors.counting()));

        assertThat(shares.get(Split.TRAIN)).isBetween(13_700L, 14_300L);
        assertThat(shares.get(Split.VALIDATION)).isBetween(1_850L, 2_150L);
        assertThat(shares.get(Split.HELD_OUT)).isBetween(3_800L, 4_200L);
    }

    /** SHA-256 of "" starts e3b0c44298fc1c14, which is 16406829232824261652; of "abc" ba7816bf8f01cfea, 13436514500253700074. */
    @Test
    void shouldNeverMoveAConversation() {
        assertThat(Split.of("")).isEqualTo(Split.TRAIN);
        assertThat(Split.of("abc")).isEqualTo(Split.VALIDATION);
    }
}
