package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.CheckpointException;
import io.postil.model.ClassifierException;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.text.Encoded;
import io.postil.model.text.Tokenizer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

final class TorchTokenizerTest {
    private static final Path FILE = Path.of("src/test/resources/golden/bert-token/tokenizer.json");
    private static final int UNKNOWN = 1;
    private static final Map<Integer, String> VOCABULARY = new HashMap<>();
    private static Tokenizer tokenizer;

    @BeforeContainer
    static void open() {
        tokenizer = TorchTokenizer.open(FILE, true, 1500);
        JsonFile.read(FILE)
                .at("/model/vocab")
                .properties()
                .forEach(entry -> VOCABULARY.put(entry.getValue().asInt(), entry.getKey()));
    }

    @AfterContainer
    static void close() {
        tokenizer.close();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "Lucas",
                        "é",
                        "e\u0301",
                        " ",
                        "  ",
                        "\n",
                        "'",
                        ",",
                        "1998",
                        "😀",
                        "👩\u200d👧",
                        "🇫🇷",
                        "𝔘",
                        "مرحبا",
                        "שלום",
                        "北京",
                        "ё",
                        "\u200f",
                        "\u0000",
                        "\ufffd",
                        "\ud83d",
                        "\udc00",
                        "ﬁ",
                        "İ",
                        "ß",
                        "क्षि")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void shouldPointAtWhatTheTokenizerSaw(@ForAll("texts") String text, @ForAll("texts") String pair) {
        Encoded tokens = tokenizer.encode(Input.of(text, pair));

        for (int token = 0; token < tokens.size(); token++) {
            if (!tokens.isSpecial(token)) {
                String seen = tokens.field(token) == Field.TEXT ? text : pair;
                assertSeen(seen, tokens.id(token), tokens.start(token), tokens.end(token));
            }
        }
    }

    private static void assertSeen(String text, int id, int start, int end) {
        assertThat(start).isBetween(0, text.length());
        assertThat(end).isBetween(start, text.length());
        assertThat(splitsAPair(text, start) || splitsAPair(text, end)).isFalse();
        if (id != UNKNOWN) {
            String word = VOCABULARY.get(id);
            String seen = cleaned(text.substring(start, end));
            assertThat(word.startsWith("##") ? word.substring(2) : word).isEqualTo(seen);
        }
    }

    private static boolean splitsAPair(String text, int place) {
        return place > 0
                && place < text.length()
                && Character.isHighSurrogate(text.charAt(place - 1))
                && Character.isLowSurrogate(text.charAt(place));
    }

    /** What BERT's normaliser drops: NUL, the replacement character, control and format characters. */
    private static String cleaned(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\ufffd]", "");
    }

    @Example
    void shouldSurviveLoneSurrogatesAndNuls() {
        Encoded tokens = tokenizer.encode(Input.of("Lucas\ud800\u0000 Lucas"));

        assertThat(tokens.isSpecial(tokens.size() - 1)).isTrue();
        assertThat(tokens.end(tokens.size() - 2)).isEqualTo(13);
    }

    @Example
    void shouldTellTheTextsOfAPairApart() {
        Encoded tokens = tokenizer.encode(Input.of("a", "a"));

        assertThat(IntStream.range(0, tokens.size()).map(tokens::side)).containsExactly(-1, 0, -1, 1, -1);
        assertThat(IntStream.range(0, tokens.size()).map(tokens::type)).containsExactly(0, 0, 0, 1, 1);
    }

    @Example
    void shouldNotCut() {
        assertThat(tokenizer.encode(Input.of("a ".repeat(5000))).size()).isEqualTo(5002);
    }

    @Example
    void shouldRefuseATokenThatTheModelDoesNotHave() {
        try (Tokenizer larger = TorchTokenizer.open(FILE, true, 5)) {
            assertThatThrownBy(() -> larger.encode(Input.of("Lucas")))
                    .isInstanceOf(ClassifierException.class)
                    .hasMessageContaining("tokenizer.json gives the token id")
                    .hasMessageContaining("expected ids below vocab_size of config.json, 5")
                    .hasMessageNotContaining("Lucas");
        }
    }

    @Example
    void shouldNameAFileThatIsNoTokenizer() {
        assertThatThrownBy(() ->
                        TorchTokenizer.open(Path.of("src/test/resources/golden/bert-token/config.json"), true, 1500))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("config.json");
    }
}
