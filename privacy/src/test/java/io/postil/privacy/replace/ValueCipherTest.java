package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesSiv;
import io.postil.privacy.seal.MemoryConversationKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ValueCipherTest {
    private final MemoryConversationKeys keys = new MemoryConversationKeys();
    private final ValueCipher cipher = new ValueCipher(keys.of("a"));

    /** A ciphertext that OpenSSL's AES-256-SIV made of the same key, text and associated data. */
    @Test
    void shouldEncryptAsOpenSslDoes() throws GeneralSecurityException {
        var key = new byte[64];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }

        var encrypted = new AesSiv(key).encryptDeterministically(ascii("112233"), ascii("associated"));

        assertThat(HexFormat.of().formatHex(encrypted)).isEqualTo("4ab7694f034a50cf09c8f307c8606e899e8feb625821");
    }

    @Test
    void shouldNotOpenWhatIsChangedOrMovedToAnotherTypeOrConversation() {
        for (String sealed :
                new String[] {cipher.encrypt("PERSON", "Ada"), cipher.encryptDeterministic("PERSON", "Ada")}) {
            var body = Frames.body(sealed).orElseThrow();
            var changed = body.substring(0, body.length() - 3) + (body.endsWith("A") ? "BBB" : "AAA");

            assertThat(cipher.open("PERSON", body)).isEqualTo("Ada");
            assertThatThrownBy(() -> cipher.open("PERSON", changed)).isInstanceOf(UnmaskingException.class);
            assertThatThrownBy(() -> cipher.open("EMAIL", body)).isInstanceOf(UnmaskingException.class);
            assertThatThrownBy(() -> new ValueCipher(keys.of("b")).open("PERSON", body))
                    .isInstanceOf(UnmaskingException.class);
        }
    }

    @Test
    void shouldRefuseWhatIsNoCiphertext() {
        for (String body : new String[] {"", "x", "Ag", "AgB", "AQ", "Agh-----", "not base64!", "AggAAAA"}) {
            assertThatThrownBy(() -> cipher.open("PERSON", body)).isInstanceOf(UnmaskingException.class);
        }
    }

    @Test
    void shouldEncryptAnewEachTimeUnlessDeterministic() {
        assertThat(cipher.encrypt("PERSON", "Ada")).isNotEqualTo(cipher.encrypt("PERSON", "Ada"));
        assertThat(cipher.encryptDeterministic("PERSON", "Ada"))
                .isEqualTo(cipher.encryptDeterministic("PERSON", "Ada"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
