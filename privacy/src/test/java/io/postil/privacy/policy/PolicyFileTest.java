package io.postil.privacy.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
    @TempDir
    Path folder;

    @Test
    void shouldReplaceEveryTypeWithItsNameByDefault() {
        var policy = Policy.standard();

        assertThat(policy.of("ANYTHING")).contains(new Policy.OfType(new Operator.Tag(), 0));
        assertThat(policy.keyed()).isEmpty();
        assertThat(policy.attribute("channel")).isEqualTo(new FieldPolicy.Drop());
    }

    @Test
    void shouldReadOperatorsWithTheirOptions() {
        var policy = PolicyFile.parse("""
                types:
                  PERSON: surrogate
                  CARD: {operator: mask, keepLast: 2, sign: "#"}
                  DATE: {operator: date-shift, days: 30, threshold: 0.6}
                deny:
                  - {text: Blue Heron, type: PROJECT}
                allow: [Postil]
                fields:
                  speaker: counter
                  attributes: {channel: keep, note: find, agent: hash}
                """, "policy.yaml");

        assertThat(policy.types())
                .containsEntry("PERSON", new Policy.OfType(new Operator.Surrogate(), 0))
                .containsEntry("CARD", new Policy.OfType(new Operator.Mask(2, "#"), 0))
                .containsEntry("DATE", new Policy.OfType(new Operator.DateShift(30, false), 0.6));
        assertThat(policy.of("PHONE")).isEmpty();
        assertThat(policy.deny()).containsExactly(new Policy.Denied("Blue Heron", "PROJECT"));
        assertThat(policy.speaker()).isEqualTo(new FieldPolicy.Whole("PERSON", new Operator.Counter()));
        assertThat(policy.attribute("note")).isEqualTo(new FieldPolicy.Find());
        assertThat(policy.keyed()).containsExactly("counter", "date-shift", "hash", "surrogate");
    }

    @Test
    void shouldNameEveryProblemWithItsKeyInOneGo() {
        var refused = catchThrowableOfType(PolicyException.class, () -> PolicyFile.parse("""
                types:
                  person: tag
                  CARD: {operator: mask, keepLast: -1, keeplast: 2}
                  DATE: {operator: shift}
                  EMAIL: {threshold: 2}
                others: nope
                deny: [{text: x}]
                allow: [1]
                field: {}
                repeats: perhaps
                fields: {textPair: keep, speaker: whisper}
                """, "p.yaml"));

        assertThat(refused.problems())
                .anyMatch(problem -> problem.startsWith("types.person: not a type"))
                .anyMatch(problem -> problem.startsWith("types.CARD.keepLast: -1 (expected a whole number, 0 to 64)"))
                .anyMatch(problem -> problem.startsWith("types.CARD.keeplast: no such key"))
                .anyMatch(problem -> problem.startsWith("types.DATE.operator: shift (expected one of tag, "))
                .anyMatch(problem -> problem.startsWith("types.EMAIL.operator is missing"))
                .anyMatch(problem -> problem.startsWith("types.EMAIL.threshold: 2 (expected a number, 0 to 1)"))
                .anyMatch(problem -> problem.startsWith("others.operator: nope"))
                .anyMatch(problem -> problem.startsWith("deny[0]: {text=x}"))
                .anyMatch(problem -> problem.startsWith("allow[0]: 1"))
                .anyMatch(problem -> problem.startsWith("field: no such key"))
                .anyMatch(problem -> problem.startsWith("repeats: perhaps"))
                .anyMatch(problem -> problem.startsWith("fields.textPair: keep (expected find or drop)"))
                .anyMatch(problem -> problem.startsWith("fields.speaker.operator: whisper"))
                .hasSize(13);
        assertThat(refused).hasMessageStartingWith("p.yaml: ");
    }

    @Test
    void shouldSayWhereAFileIsNoYaml() {
        assertThatThrownBy(() -> PolicyFile.parse("types:\n  A: [\n", "p.yaml"))
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("p.yaml: line 3: not YAML");
        assertThatThrownBy(() -> PolicyFile.parse("types: {A: tag, A: keep}", "p.yaml"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("duplicate key A");
        assertThatThrownBy(() -> PolicyFile.parse("just words", "p.yaml"))
                .isInstanceOf(PolicyException.class)
                .hasMessage("p.yaml: expected keys and values");
    }

    @Test
    void shouldNameAFileThatIsMissingOrNotUtf8() throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {(byte) 0xe9});

        assertThatThrownBy(() -> PolicyFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(PolicyException.class)
                .hasMessageEndingWith("none.yaml: no such file");
        assertThatThrownBy(() -> PolicyFile.read(latin))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("latin.yaml: cannot be read as UTF-8");
    }
}
