package io.postil.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationKeyFileTest {
    @TempDir
    Path folder;

    private Path file;
    private Path masterFile;
    private KeyRing master;

    @BeforeEach
    void setUp() {
        file = folder.resolve("conversations");
        masterFile = folder.resolve("keys");
        master = KeyRing.generate(masterFile);
    }

    @Test
    void shouldGiveAConversationItsKeyAgain() {
        var keys = ConversationKeyFile.open(file, master);
        var made = keys.of("+33 6 39 98 12 34");
        keys.save();

        var read = ConversationKeyFile.open(file, master).find("+33 6 39 98 12 34");

        assertThat(read).isPresent();
        assertThat(read.get().derive("x", 32)).isEqualTo(made.derive("x", 32));
        assertThat(made.derive("y", 32)).isNotEqualTo(made.derive("x", 32));
        assertThat(ConversationKeyFile.open(file, master).find("another")).isEmpty();
    }

    @Test
    void shouldOpenWithTheOldMasterKeyAfterItsRotation() {
        var keys = ConversationKeyFile.open(file, master);
        var id = keys.of("a").id();
        keys.save();

        var rotated = ConversationKeyFile.open(file, KeyRing.rotate(masterFile));

        assertThat(rotated.of("a").id()).isEqualTo(id);
        assertThat(rotated.of("b").id()).isNotEqualTo(id);
    }

    @Test
    void shouldForgetForEver() throws IOException {
        var keys = ConversationKeyFile.open(file, master);
        var sealed = keys.of("a").sealer().seal(new byte[] {1}, new byte[0]);
        keys.of("b");
        keys.save();

        assertThat(keys.forget("a")).isTrue();
        assertThat(keys.forget("a")).isFalse();

        assertThat(Files.readAllLines(file)).hasSize(2);
        var again = ConversationKeyFile.open(file, master);
        assertThat(again.find("a")).isEmpty();
        assertThat(again.find("b")).isPresent();
        assertThatThrownBy(() -> again.of("a").sealer().open(sealed, new byte[0]))
                .isInstanceOf(SealException.class);
    }

    @Test
    void shouldShowNeitherConversationNorKey() throws IOException {
        var keys = ConversationKeyFile.open(file, master);
        var key = keys.of("canary@example.com");
        keys.save();

        assertThat(Files.readString(file)).doesNotContain("canary");
        assertThat(key).hasToString("ConversationKey[" + key.id() + "]");
    }

    @Test
    void shouldNameTheLineThatIsNoKey() throws IOException {
        Files.writeString(file, "# head\nname: ???\n");

        assertThatThrownBy(() -> ConversationKeyFile.open(file, master))
                .isInstanceOf(KeyRingException.class)
                .hasMessageEndingWith("line 2 has a key that is not base64");
    }

    @Test
    void shouldSayWhichMasterKeyIsMissing() {
        var keys = ConversationKeyFile.open(file, master);
        keys.of("a");
        keys.save();

        var other = ConversationKeyFile.open(file, KeyRing.ephemeral());

        assertThatThrownBy(() -> other.of("a"))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("sealed with key " + master.active());
    }
}
