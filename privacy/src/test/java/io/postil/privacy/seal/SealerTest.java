package io.postil.privacy.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postil.privacy.seal.SealException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SealerTest {
    private static final byte[] PLAIN = "Hello, Ada".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = "originals/u-1".getBytes(StandardCharsets.UTF_8);

    private final KeyRing ring = KeyRing.ephemeral();
    private final Sealer sealer = new Sealer(ring);

    @Property(tries = 200)
    void shouldOpenWhatItSealed(@ForAll byte[] plain, @ForAll byte[] context) {
        var opened = sealer.open(sealer.seal(plain, context), context);

        assertThat(opened).isEqualTo(plain);
    }

    @Test
    void shouldRefuseASealWithAnyByteChanged() {
        var sealed = sealer.seal(PLAIN, CONTEXT);

        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(changed, CONTEXT))
                    .as("byte %d", i)
                    .isInstanceOf(SealException.class);
        }
    }

    @Test
    void shouldRefuseASealCutShortAnywhere() {
        var sealed = sealer.seal(PLAIN, CONTEXT);

        for (int i = 0; i < sealed.length; i++) {
            var cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> sealer.open(cut, CONTEXT))
                    .as("length %d", i)
                    .isInstanceOf(SealException.class);
        }
    }

    @Test
    void shouldRefuseASealOfAnotherContext() {
        var sealed = sealer.seal(PLAIN, CONTEXT);

        var thrown = catchThrowableOfType(SealException.class, () -> sealer.open(sealed, new byte[0]));

        assertThat(thrown.reason()).isEqualTo(Reason.NOT_AUTHENTIC);
    }

    @Test
    void shouldNameTheKeyThatIsMissing() {
        var sealed = sealer.seal(PLAIN, CONTEXT);
        var other = new Sealer(KeyRing.parse("other: " + "A".repeat(43) + "=", "test"));

        var thrown = catchThrowableOfType(SealException.class, () -> other.open(sealed, CONTEXT));

        assertThat(thrown.reason()).isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(thrown).hasMessage("sealed with key ephemeral, which is not among [other]");
    }

    @Test
    void shouldSayThatBytesAreNoSeal() {
        var thrown = catchThrowableOfType(SealException.class, () -> sealer.open(PLAIN, CONTEXT));

        assertThat(thrown.reason()).isEqualTo(Reason.NOT_A_SEAL);
    }

    @Test
    void shouldSealTheSameBytesDifferentlyEachTime() {
        Set<String> seals = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            seals.add(Arrays.toString(sealer.seal(PLAIN, CONTEXT)));
        }

        assertThat(seals).hasSize(1000);
    }

    @Test
    void shouldLayOutASealAsDocumented() {
        var sealed = sealer.seal(PLAIN, CONTEXT);

        assertThat(sealed[0]).isEqualTo((byte) 1);
        assertThat(sealed[1]).isEqualTo((byte) "ephemeral".length());
        assertThat(Sealer.keyId(sealed)).isEqualTo("ephemeral");
        assertThat(sealed).hasSize(2 + "ephemeral".length() + 12 + PLAIN.length + 16);
    }
}
