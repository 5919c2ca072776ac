package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.CheckpointException;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.text.Token;
import io.postil.model.text.Tokenizer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        tokenizer = TorchTokenizer.open(FILE, true);
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
        List<Token> tokens = tokenizer.encode(Input.of(text, pair));

        for (Token token : tokens) {
            token.field().ifPresent(field -> assertSeen(field == Field.TEXT ? text : pair, token));
        }
    }

    private static void assertSeen(String text, Token token) {
        assertThat(token.start()).isBetween(0, text.length());
        assertThat(token.end()).isBetween(token.start(), text.length());
        assertThat(splitsAPair(text, token.start()) || splitsAPair(text, token.end()))
                .isFalse();
        if (token.id() != UNKNOWN) {
            String word = VOCABULARY.get(token.id());
            String seen = cleaned(text.substring(token.start(), token.end()));
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
        List<Token> tokens = tokenizer.encode(Input.of("Lucas\ud800\u0000 Lucas"));

        assertThat(tokens).last().satisfies(token -> assertThat(token.isSpecial())
                .isTrue());
        assertThat(tokens.get(tokens.size() - 2).end()).isEqualTo(13);
    }

    @Example
    void shouldTellTheTextsOfAPairApart() {
        List<Token> tokens = tokenizer.encode(Input.of("a", "a"));

        assertThat(tokens)
                .extracting(Token::field)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Field.TEXT),
                        Optional.empty(),
                        Optional.of(Field.TEXT_PAIR),
                        Optional.empty());
        assertThat(tokens).extracting(Token::type).containsExactly(0, 0, 0, 1, 1);
    }

    @Example
    void shouldNotCut() {
        assertThat(tokenizer.encode(Input.of("a ".repeat(5000)))).hasSize(5002);
    }

    @Example
    void shouldNameAFileThatIsNoTokenizer() {
        assertThatThrownBy(() -> TorchTokenizer.open(Path.of("src/test/resources/golden/bert-token/config.json"), true))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("config.json");
    }
}
