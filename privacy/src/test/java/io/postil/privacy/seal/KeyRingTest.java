package io.postil.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    @Test
    void shouldReadBackTheKeyItGenerated() {
        var file = folder.resolve("secret/keys");
        var sealed = new Sealer(KeyRing.generate(file)).seal(new byte[] {7}, new byte[0]);

        var opened = new Sealer(KeyRing.read(file)).open(sealed, new byte[0]);

        assertThat(opened).containsExactly(7);
    }

    @Test
    void shouldLetOnlyTheOwnerReadTheFile() throws IOException {
        var file = folder.resolve("keys");

        KeyRing.generate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldNotOverwriteAKeyFile() {
        var file = folder.resolve("keys");
        KeyRing.generate(file);

        assertThatThrownBy(() -> KeyRing.generate(file))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("exists");
    }

    @Test
    void shouldSealWithTheNewKeyAndOpenWithTheOldAfterRotation() throws IOException {
        var file = folder.resolve("keys");
        var sealed = new Sealer(KeyRing.generate(file)).seal(new byte[] {7}, new byte[0]);
        var clock = Clock.fixed(Instant.parse("2030-02-03T04:05:06Z"), ZoneOffset.UTC);

        var rotated = KeyRing.rotate(file, clock);

        assertThat(rotated.active()).isEqualTo("k20300203");
        assertThat(new Sealer(rotated).open(sealed, new byte[0])).containsExactly(7);
        assertThat(KeyRing.read(file).ids()).isEqualTo(rotated.ids()).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldGiveASecondKeyOfTheSameDayANameOfItsOwn() {
        var file = folder.resolve("keys");
        KeyRing.generate(file);
        var clock = Clock.fixed(Instant.parse("2030-02-03T04:05:06Z"), ZoneOffset.UTC);
        KeyRing.rotate(file, clock);

        var rotated = KeyRing.rotate(file, clock);

        assertThat(rotated.active()).isEqualTo("k20300203-2");
    }

    @Test
    void shouldReadKeysOutOfOneValue() {
        var ring = KeyRing.parse("new: " + KEY + ", old:" + KEY, "POSTIL_KEYS");

        assertThat(ring.ids()).containsExactly("new", "old");
        assertThat(ring.active()).isEqualTo("new");
    }

    @Test
    void shouldNotShowAKeyAsText() {
        var ring = KeyRing.parse("new: " + KEY, "POSTIL_KEYS");

        assertThat(ring + " " + ring.activeKey()).isEqualTo("KeyRing[new] Key[new]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# nothing | holds no key",
                "SECRETSECRET | line 1, has no colon",
                "a b: SECRETSECRET | line 1, has an id that is not",
                "a: SECRET!SECRET | line 1, has a key that is not base64",
                "a: SECRETSECRET | line 1, has a key of 9 bytes (expected 32)",
            })
    void shouldNameThePlaceOfAMistakeAndNeverTheKey(String value, String message) {
        assertThatThrownBy(() -> KeyRing.parse(value, "POSTIL_KEYS"))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("POSTIL_KEYS")
                .hasMessageContaining(message)
                .hasNoCause()
                .message()
                .doesNotContain("SECRET");
    }

    @Test
    void shouldRefuseAnIdThatComesTwice() {
        assertThatThrownBy(() -> KeyRing.parse("a: " + KEY + "\na: " + KEY, "keys"))
                .isInstanceOf(KeyRingException.class)
                .hasMessage("keys, line 2, repeats an id");
    }

    @Test
    void shouldSayThatAFileIsMissing() {
        var file = folder.resolve("nowhere");

        assertThatThrownBy(() -> KeyRing.read(file))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("does not exist");
    }
}
