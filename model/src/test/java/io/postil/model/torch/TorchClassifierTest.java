package io.postil.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.postil.model.CheckpointException;
import io.postil.model.Classifier;
import io.postil.model.ClassifierException;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Entity;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.checkpoint.MemoryTensors;
import io.postil.model.checkpoint.SafetensorsFile;
import io.postil.model.checkpoint.SafetensorsWriter;
import io.postil.model.checkpoint.Shape;
import io.postil.model.checkpoint.Tensor;
import io.postil.model.checkpoint.Tensors;
import io.postil.model.store.CheckpointNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TorchClassifierTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String EMBEDDINGS = "bert.embeddings.word_embeddings.weight";
    private static final int WORDS = 1498;
    private static final ModelName NAME = new ModelName("dialogue-act", "3", "abc");
    private static final List<Input> INPUTS = List.of(
            Input.of("Bonjour 😀 Lucas, il faut que tu trouves l'adresse !"),
            Input.of("a"),
            Input.of("Il pleut.", "Il ne pleut pas 🌧."),
            Input.of(""),
            Input.of("Lucas\ud83d\u0000"));

    private final TorchClassifiers factory = new TorchClassifiers(BaseModels.none(), TorchOptions.singleThread());
    private Classifier classifier;

    @BeforeEach
    void open() {
        classifier = factory.open(GOLDEN.resolve("bert-sequence"), NAME);
    }

    @AfterEach
    void close() {
        classifier.close();
    }

    @Test
    void shouldSayWhichModelItIs() {
        assertThat(classifier.info().version()).isEqualTo("3");
        assertThat(classifier.info().head()).isEqualTo(Head.SEQUENCE);
        assertThat(classifier.info().labels()).containsExactly("greet", "ask", "inform", "other");
    }

    @Test
    void shouldAnswerABatchAsItAnswersEachInput() {
        List<Prediction> together = classifier.classify(INPUTS);

        for (int i = 0; i < INPUTS.size(); i++) {
            assertSame(
                    together.get(i), classifier.classify(List.of(INPUTS.get(i))).get(0));
        }
    }

    @Test
    void shouldPrepareAgainWhatAnotherClassifierPrepared() {
        try (Classifier other = factory.open(GOLDEN.resolve("bert-token"), NAME)) {
            Prediction found =
                    classifier.answer(List.of(other.prepare(INPUTS.get(0)))).get(0);

            assertSame(found, classifier.classify(List.of(INPUTS.get(0))).get(0));
        }
    }

    @Test
    void shouldSayWhatShareOfItsTokensIsPadding() {
        classifier.classify(List.of(Input.of("a"), Input.of("a a")));

        assertThat(classifier.padding()).isBetween(0.01, 0.2);
    }

    @Test
    void shouldReadALongTextToItsEnd() {
        String text = "Tu peux m'aider ? ".repeat(60);

        Prediction.Labelled prediction = (Prediction.Labelled)
                classifier.classify(List.of(Input.of(text))).get(0);

        assertThat(prediction.coveredChars()).isEqualTo(text.length());
        assertThat(prediction.scores().values().stream().mapToDouble(d -> d).sum())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void shouldFindWhatStandsAtTheEndOfALongText(@TempDir Path folder) throws IOException {
        copy("bert-token", folder);
        CheckpointNotes.of("entities", 32, 16).write(folder);
        String text = "Zoë vit à Paris depuis 1998. ".repeat(20);

        try (Classifier tagger = factory.open(folder, NAME)) {
            List<Entity> entities = ((Prediction.Tagged)
                            tagger.classify(List.of(Input.of(text))).get(0))
                    .entities();

            assertThat(entities).extracting(Entity::start).isSorted();
            assertThat(entities.get(entities.size() - 1).end()).isGreaterThan(text.length() - 30);
            for (int i = 1; i < entities.size(); i++) {
                assertThat(entities.get(i).start())
                        .isGreaterThanOrEqualTo(entities.get(i - 1).end());
            }
        }
    }

    @Test
    void shouldAnswerSeveralThreadsAtOnce() throws Exception {
        List<Prediction> expected = classifier.classify(INPUTS);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<List<Prediction>> task = () -> classifier.classify(INPUTS);

        for (Future<List<Prediction>> answers : threads.invokeAll(Collections.nCopies(24, task))) {
            assertSame(answers.get().get(2), expected.get(2));
        }
        threads.shutdown();
    }

    @Test
    void shouldCountTokensWithTheSpecialOnes() {
        assertThat(classifier.prepare(Input.of("a")).tokens()).isEqualTo(3);
        assertThat(classifier.prepare(Input.of("a", "a")).tokens()).isEqualTo(5);
    }

    @Test
    void shouldLeaveNothingOpenWhenItIsClosed() {
        String before = nativeResources();
        for (int i = 0; i < 20; i++) {
            try (Classifier again = factory.open(GOLDEN.resolve("bert-token"), NAME)) {
                assertThat(again.classify(INPUTS)).hasSameSizeAs(INPUTS);
                assertThat(nativeResources()).isNotEqualTo(before);
            }
        }

        assertThat(nativeResources()).isEqualTo(before);
    }

    /** What the engine's root manager of native memory says of itself, the number of its resources among it. */
    private static String nativeResources() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            return manager.getParentManager().toString();
        }
    }

    @Test
    void shouldNameWhatIsMissing(@TempDir Path folder) throws IOException {
        copy("bert-token", folder);
        Files.delete(folder.resolve("model.safetensors"));

        assertThatThrownBy(() -> factory.open(folder, NAME))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("neither model.safetensors");
    }

    @Test
    void shouldRefuseAWindowThatTheModelCannotRead(@TempDir Path folder) throws IOException {
        copy("bert-token", folder);
        CheckpointNotes.of("entities", 81, 16).write(folder);

        assertThatThrownBy(() -> factory.open(folder, NAME))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("window: 81 (expected 8 to the model's 80)");
    }

    @Test
    void shouldFailWithoutAWordOfTheTextWhenTheModelFails(@TempDir Path folder) throws IOException {
        copy("bert-token", folder);
        forgetLastWords(folder);

        try (Classifier failing = factory.open(folder, NAME)) {
            assertThatThrownBy(() -> failing.classify(List.of(Input.of("toute"))))
                    .isInstanceOf(ClassifierException.class)
                    .hasMessageMatching("tokenizer.json gives the token id \\d+, expected ids below .*, " + WORDS);
        }
    }

    @Test
    void shouldNotOpenWhereTheWeightsAreNoNumbers(@TempDir Path folder) throws IOException {
        copy("bert-token", folder);
        changeWords(folder, all -> {
            float[] broken = all.values();
            Arrays.fill(broken, Float.NaN);
            return new Tensor(all.shape(), broken);
        });

        assertThatThrownBy(() -> factory.open(folder, NAME))
                .isInstanceOf(ClassifierException.class)
                .hasMessageContaining("logits are no numbers");
    }

    /** Cuts the model's vocabulary down, so that the last words of its tokenizer's are out of its range. */
    private static void forgetLastWords(Path folder) {
        JsonFile.write(
                folder.resolve("config.json"),
                JsonFile.read(folder.resolve("config.json")).put("vocab_size", WORDS));
        changeWords(folder, all -> {
            int width = all.shape().size(1);
            return new Tensor(Shape.of(WORDS, width), Arrays.copyOf(all.values(), WORDS * width));
        });
    }

    private static void changeWords(Path folder, UnaryOperator<Tensor> change) {
        Tensors source = SafetensorsFile.open(folder.resolve("model.safetensors"));
        Map<String, Tensor> tensors = new HashMap<>();
        source.names().forEach(name -> tensors.put(name, new Tensor(source.shape(name), source.read(name))));
        tensors.computeIfPresent(EMBEDDINGS, (name, all) -> change.apply(all));
        SafetensorsWriter.write(folder.resolve("model.safetensors"), new MemoryTensors(tensors));
    }

    @Test
    void shouldDivideLogitsByTheTemperature(@TempDir Path folder) throws IOException {
        copy("bert-sequence", folder);
        notes(2, Map.of()).write(folder);

        try (Classifier cooler = factory.open(folder, NAME)) {
            Map<String, Double> cool = scores(cooler.classify(INPUTS).get(0));
            Map<String, Double> warm = scores(classifier.classify(INPUTS).get(0));
            double coolRatio = Math.log(cool.get("ask") / cool.get("greet"));
            double warmRatio = Math.log(warm.get("ask") / warm.get("greet"));
            assertThat(coolRatio).isCloseTo(warmRatio / 2, within(1e-4));
        }
    }

    @Test
    void shouldNotAnswerEntitiesBelowTheirThreshold(@TempDir Path folder) throws IOException {
        copy("bert-token", folder);
        notes(1, Map.of("PER", 1.0)).write(folder);

        try (Classifier strict = factory.open(folder, NAME)) {
            Prediction.Tagged tagged =
                    (Prediction.Tagged) strict.classify(INPUTS).get(0);
            assertThat(tagged.entities()).extracting(Entity::type).doesNotContain("PER");
        }
    }

    private static CheckpointNotes notes(double temperature, Map<String, Double> thresholds) {
        return new CheckpointNotes(
                "any", 64, 16, thresholds, temperature, "fp32", Optional.empty(), Optional.empty(), Map.of());
    }

    private static Map<String, Double> scores(Prediction prediction) {
        return ((Prediction.Labelled) prediction).scores();
    }

    private static void copy(String name, Path to) throws IOException {
        for (String file : List.of("config.json", "tokenizer.json", "model.safetensors")) {
            Files.copy(GOLDEN.resolve(name).resolve(file), to.resolve(file));
        }
    }

    private static void assertSame(Prediction found, Prediction expected) {
        ((Prediction.Labelled) expected).scores().forEach((label, score) -> assertThat(
                        ((Prediction.Labelled) found).scores().get(label))
                .isEqualTo(score, within(1e-5)));
        assertThat(found.coveredChars()).isEqualTo(expected.coveredChars());
    }
}
