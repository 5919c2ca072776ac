package io.postil.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    🎉Xiomara🎉|  Xiomara\s\s
                    Cúc🌸 ơi|Cúc   ơi
                    👩‍💻Jo|     Jo
                    ❤️Ana→Eva|  Ana Eva
                    20 °C, №5, ÀÉ ß|20 °C, №5, ÀÉ ß
                    """)
    void shouldPartWordsFromTheSignsBesideThem(String text, String expected) {
        assertThat(ModelText.of(text)).isEqualTo(expected);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void shouldReadAMillionSignsInTime() {
        assertThat(ModelText.of("\ud83c\udf89".repeat(1_000_000))).isBlank();
    }

    @Property
    void shouldKeepEveryOffset(@ForAll String text) {
        assertThat(ModelText.of(text)).hasSameSizeAs(text);
    }
}
