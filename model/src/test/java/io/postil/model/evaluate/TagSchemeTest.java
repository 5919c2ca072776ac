package io.postil.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagSchemeTest {

    @Test
    void shouldReadWellFormedTagsTheSameWayInBothModes() {
        List<String> tags = List.of("B-PER", "I-PER", "O", "B-LOC", "B-LOC");
        List<Chunk> chunks = List.of(new Chunk("PER", 0, 2), new Chunk("LOC", 3, 4), new Chunk("LOC", 4, 5));

        assertThat(TagScheme.DEFAULT.chunks(tags)).isEqualTo(chunks);
        assertThat(TagScheme.STRICT_IOB2.chunks(tags)).isEqualTo(chunks);
    }

    @Test
    void shouldStartAChunkAtAStrayInsideTagOnlyWhenLenient() {
        List<String> tags = List.of("I-PER", "I-LOC", "B-ORG", "I-PER");

        assertThat(TagScheme.DEFAULT.chunks(tags))
                .containsExactly(
                        new Chunk("PER", 0, 1), new Chunk("LOC", 1, 2), new Chunk("ORG", 2, 3), new Chunk("PER", 3, 4));
        assertThat(TagScheme.STRICT_IOB2.chunks(tags)).containsExactly(new Chunk("ORG", 2, 3));
    }

    @Test
    void shouldKeepDashesInsideATypeAndNameAMissingOne() {
        assertThat(TagScheme.DEFAULT.chunks(List.of("B-PER-FIRST", "O", "B")))
                .containsExactly(new Chunk("PER-FIRST", 0, 1), new Chunk("_", 2, 3));
        assertThat(TagScheme.STRICT_IOB2.chunks(List.of("B-PER-FIRST", "O", "B")))
                .containsExactly(new Chunk("PER-FIRST", 0, 1), new Chunk("_", 2, 3));
    }

    @Test
    void shouldReadSingleAndEndTagsOnlyWhenLenient() {
        List<String> tags = List.of("S-PER", "B-LOC", "E-LOC", "E-LOC");

        assertThat(TagScheme.DEFAULT.chunks(tags))
                .containsExactly(new Chunk("PER", 0, 1), new Chunk("LOC", 1, 3), new Chunk("LOC", 3, 4));
        assertThatThrownBy(() -> TagScheme.STRICT_IOB2.chunks(tags)).hasMessageContaining("'S-PER'");
    }
}
