package io.postil.privacy.replace;

import io.postil.privacy.Finding;
import io.postil.privacy.Types;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names that are nobody's in particular: of characters, works, things called after people, and figures of history and myth, from the list
 * beside this class. What lies within one is no personal data, unless words before it lead to a person: {@code my name is Tom Collins}.
 */
final class KnownNames {
    private static final String FILE = "known-names.txt";
    private static final WordList LIST = new WordList(read());
    private static final Set<String> TYPES =
            Set.of(Types.PERSON, Types.LOCATION, Types.ORGANIZATION, "TITLE", "NATIONALITY");
    /** Rules that go by words before a name with which people speak of somebody that they know. */
    private static final Set<String> LED_RULES =
            Set.of("name-introduced", "name-said", "name-greeted", "name-closing", "name-labelled", "name-kin");
    /** What stands between the words of no name. */
    private static final String STOPS = ",;:!?\n";

    private final Cover places;

    KnownNames(String text) {
        places = new Cover(LIST.in(text).stream()
                .filter(place ->
                        text.substring(place.start(), place.end()).chars().allMatch(c -> STOPS.indexOf(c) < 0))
                .toList());
    }

    /** Whether a finding is within one; where words lead to it, within one that these words belong to: {@code Hey Jude}. */
    boolean hold(Finding finding) {
        return TYPES.contains(finding.type())
                && (LED_RULES.contains(finding.by())
                        ? places.holds(finding.start() - 1, finding.end())
                        : places.holds(finding.start(), finding.end()));
    }

    private static Map<String, String> read() {
        try (InputStream input = KnownNames.class.getResourceAsStream(FILE)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toMap(Function.identity(), line -> "", (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in the jar cannot be read", e);
        }
    }
}
