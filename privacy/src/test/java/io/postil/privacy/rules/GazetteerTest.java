package io.postil.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteerTest {
    @Test
    void shouldKnowItsNamesAndNoOthers() {
        var names = Gazetteer.of(List.of("Zo\u00e9", "anna"));

        assertThat(names.has("with zoe in", 5, 8)).isTrue();
        assertThat(names.has("anna", 0, 4)).isTrue();
        assertThat(names.has("annas", 0, 5)).isFalse();
        assertThat(names.has("ann", 0, 3)).isFalse();
    }

    @Test
    void shouldReadWholeListsOfTheJar() {
        var places = Gazetteer.read("places.txt", "\n");

        assertThat(places.has("new york", 0, 8)).isTrue();
        assertThat(places.has("# names of countries", 0, 20)).isFalse();
    }
}
