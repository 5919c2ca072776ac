package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.Prediction.Tagged;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.store.CheckpointNotes;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;
import io.postil.model.text.Merged;
import io.postil.model.text.TagDecoder;
import io.postil.model.text.TagSet;
import io.postil.model.text.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Nothing of a long text is lost, whatever stands where. */
final class LongTextTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<String> LABELS = TagSet.labelsFor(List.of("PERSON"));
    private static final String NAME = "Lucas Zoë";
    private static final String FILLER = "Tu peux m'aider ? ";
    private static TorchTokenizer tokenizer;

    @BeforeContainer
    static void open() {
        tokenizer = TorchTokenizer.open(GOLDEN.resolve("bert-token/tokenizer.json"), true, 1500);
    }

    @AfterContainer
    static void close() {
        tokenizer.close();
    }

    @Property(tries = 150)
    void shouldFindANameWhereverItStands(
            @ForAll @IntRange(max = 120) int before,
            @ForAll @IntRange(max = 120) int after,
            @ForAll @IntRange(min = 16, max = 80) int window,
            @ForAll @IntRange(max = 40) int overlap) {
        String text = FILLER.repeat(before) + NAME + " " + FILLER.repeat(after);

        List<Entity> found = read(Input.of(text), window, overlap, NAME);

        assertThat(found).singleElement().satisfies(entity -> {
            assertThat(entity.start()).isEqualTo(before * FILLER.length());
            assertThat(text.substring(entity.start(), entity.end())).isEqualTo(NAME);
        });
    }

    @Property(tries = 100)
    void shouldFindANameWhereverItStandsInEitherTextOfAPair(
            @ForAll @IntRange(max = 80) int before,
            @ForAll @IntRange(max = 80) int other,
            @ForAll @IntRange(min = 24, max = 80) int window,
            @ForAll @IntRange(max = 40) int overlap) {
        String named = FILLER.repeat(before) + NAME + " " + FILLER.repeat(7);
        String plain = FILLER.repeat(other);

        List<Entity> inPair = read(Input.of(plain, named), window, overlap, NAME);
        List<Entity> inText = read(Input.of(named, plain), window, overlap, NAME);

        assertThat(inPair).extracting(Entity::field).containsExactly(Field.TEXT_PAIR);
        assertThat(inText).extracting(Entity::field).containsExactly(Field.TEXT);
        assertThat(inPair.get(0).start()).isEqualTo(inText.get(0).start()).isEqualTo(before * FILLER.length());
        assertThat(inPair.get(0).end()).isEqualTo(inText.get(0).end());
    }

    /** Reads with a model that knows a name by its tokens alone: what it says of a token does not depend on the window. */
    private static List<Entity> read(Input input, int size, int overlap, String name) {
        Encoded tokens = tokenizer.encode(input);
        List<Window> windows = Window.over(tokens, size, overlap);
        Merged merged = Merged.ofTokens(tokens, windows);
        for (Window window : windows) {
            merged.add(window, tagged(input, window.of(tokens), name));
        }
        TagDecoder decoder = new TagDecoder(new TagSet(LABELS));
        List<Entity> found = decoder.decode(Field.TEXT, input.text(), tokens, merged.logits());
        return found.isEmpty()
                ? decoder.decode(Field.TEXT_PAIR, input.textPair().orElse(""), tokens, merged.logits())
                : found;
    }

    private static Logits tagged(Input input, Encoded tokens, String name) {
        float[] logits = new float[tokens.size() * LABELS.size()];
        for (int token = 0; token < tokens.size(); token++) {
            logits[token * LABELS.size() + label(input, tokens, token, name)] = 9;
        }
        return Logits.of(logits, LABELS.size());
    }

    private static int label(Input input, Encoded tokens, int token, String name) {
        if (tokens.isSpecial(token)) {
            return 0;
        }
        String text = tokens.field(token) == Field.TEXT
                ? input.text()
                : input.textPair().orElseThrow();
        int begin = text.indexOf(name);
        boolean inside = begin >= 0 && tokens.start(token) >= begin && tokens.end(token) <= begin + name.length();
        if (!inside) {
            return 0;
        }
        return tokens.start(token) == begin ? 1 : 2;
    }

    @Example
    void shouldReadAMillionCharactersInBoundedTime() throws IOException {
        Path folder = Files.createTempDirectory("postil-long");
        for (String file : List.of("config.json", "tokenizer.json", "model.safetensors")) {
            Files.copy(GOLDEN.resolve("bert-token").resolve(file), folder.resolve(file));
        }
        CheckpointNotes.of("entities", 80, 20).write(folder);
        String text = FILLER.repeat(1_000_000 / FILLER.length());
        TorchClassifiers factory = new TorchClassifiers(BaseModels.none(), TorchOptions.singleThread());

        try (Classifier tagger = factory.open(folder, new ModelName("entities", "1", ""))) {
            long start = System.nanoTime();
            Tagged tagged = (Tagged) tagger.classify(List.of(Input.of(text))).get(0);

            assertThat(tagged.coveredChars()).isEqualTo(text.length());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(2));
        }
    }

    @Example
    void shouldCombineTheScoresOfWindowsByTheirTokens() {
        Encoded tokens = tokenizer.encode(Input.of(FILLER.repeat(20)));
        List<Window> windows = Window.over(tokens, 40, 10);
        Merged merged = Merged.ofInputs(windows);

        double expected = 0;
        double all = windows.stream().mapToInt(Window::size).sum();
        for (int i = 0; i < windows.size(); i++) {
            merged.add(windows.get(i), Logits.of(new float[] {i, -i}, 2));
            expected += i * windows.get(i).size() / all;
        }

        assertThat(windows).hasSizeGreaterThan(2);
        assertThat(merged.logits().at(0, 0)).isEqualTo((float) expected);
        assertThat(merged.logits().at(0, 1)).isEqualTo((float) -expected);
    }
}
