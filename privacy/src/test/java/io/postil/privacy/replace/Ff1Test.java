package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples that NIST publishes for FF1 with SP 800-38G. */
class Ff1Test {
    private static final String SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String KEY_128 = "2B7E151628AED2A6ABF7158809CF4F3C";
    private static final String KEY_192 = KEY_128 + "EF4359D8D580AA4F";
    private static final String KEY_256 = KEY_192 + "7F036D6F04FC6A94";

    @ParameterizedTest
    @CsvSource({
        KEY_128 + ", 10, '', 0123456789, 2433477484",
        KEY_128 + ", 10, 39383736353433323130, 0123456789, 6124200773",
        KEY_128 + ", 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
        KEY_192 + ", 10, '', 0123456789, 2830668132",
        KEY_192 + ", 10, 39383736353433323130, 0123456789, 2496655549",
        KEY_192 + ", 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
        KEY_256 + ", 10, '', 0123456789, 6657667009",
        KEY_256 + ", 10, 39383736353433323130, 0123456789, 1001623463",
        KEY_256 + ", 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd",
    })
    void shouldEncryptAndDecryptNistsSamples(String key, int radix, String tweak, String plain, String encrypted) {
        assertThat(ff1(true, key, radix, tweak, plain)).isEqualTo(encrypted);
        assertThat(ff1(false, key, radix, tweak, encrypted)).isEqualTo(plain);
    }

    private static String ff1(boolean isEncryption, String key, int radix, String tweak, String text) {
        var signs = new byte[text.length()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = (byte) SIGNS.indexOf(text.charAt(i));
        }
        var hex = HexFormat.of();
        var result = FormatCipher.ff1(isEncryption, hex.parseHex(key), radix, hex.parseHex(tweak), signs, signs.length);
        var written = new StringBuilder();
        for (byte sign : result) {
            written.append(SIGNS.charAt(sign));
        }
        return written.toString();
    }
}
