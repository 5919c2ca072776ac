package io.postil.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullTest {
    private static final HubName NAME = HubName.of("acme/tiny").orElseThrow();
    private static final String WEIGHTS = "weights ".repeat(20_000);

    @TempDir
    Path folder;

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private HubCache cache;
    private FakeHub hub;

    @BeforeEach
    void startHub() {
        cache = new HubCache(folder.resolve("hub"));
        hub = new FakeHub(folder).with("config.json", "{}").with("model.safetensors", WEIGHTS);
    }

    @AfterEach
    void stopHub() {
        hub.close();
    }

    @Test
    void shouldLayOutTheCacheAsHuggingFaceDoes() throws IOException {
        Pull.Result result = pull();

        Path model = folder.resolve("hub/models--acme--tiny");
        Path link = result.folder().resolve("model.safetensors");
        assertThat(result.folder()).isEqualTo(model.resolve("snapshots").resolve(FakeHub.COMMIT));
        assertThat(Files.readString(link)).isEqualTo(WEIGHTS);
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("../../blobs/" + hub.digest("model.safetensors")));
        assertThat(model.resolve("refs/main")).hasContent(FakeHub.COMMIT);
        assertThat(cache.find("acme/tiny")).contains(result.folder());
    }

    @Test
    void shouldNotFetchAgainWhatIsThere() {
        pull();

        assertThat(pull().fetchedBytes()).isZero();
    }

    @Test
    void shouldLeavePicklesAndOtherFilesAtTheHub() {
        hub.with("pytorch_model.bin", "pickle").with("tf_model.h5", "h5").with("tokenizer.json", "{}");

        assertThat(pull().files()).containsExactly("config.json", "model.safetensors", "tokenizer.json");
        assertThat(hub.requests).noneMatch(request -> request.contains(".bin") || request.contains(".h5"));
    }

    @Test
    void shouldRefuseAModelThatHasOnlyPickles() {
        hub.files.remove("model.safetensors");
        hub.with("pytorch_model.bin", "pickle");

        assertThatThrownBy(this::pull)
                .isInstanceOf(HubException.class)
                .hasMessageContaining("acme/tiny: has no model.safetensors")
                .hasMessageContaining("pytorch_model.bin");
        assertThat(cache.find("acme/tiny")).isEmpty();
    }

    @Test
    void shouldFollowTheIndexToItsShards() {
        hub.files.remove("model.safetensors");
        hub.with("model-1-of-2.safetensors", "one")
                .with("model-2-of-2.safetensors", "two")
                .with("other.safetensors", "not asked for")
                .with(
                        "model.safetensors.index.json",
                        "{\"weight_map\":{\"a\":\"model-1-of-2.safetensors\",\"b\":\"model-2-of-2.safetensors\"}}");

        assertThat(pull().files())
                .containsExactly(
                        "config.json",
                        "model-1-of-2.safetensors",
                        "model-2-of-2.safetensors",
                        "model.safetensors.index.json");
    }

    @Test
    void shouldRefuseAnIndexThatLeadsOutOfTheFolder() {
        hub.files.remove("model.safetensors");
        hub.with("model.safetensors.index.json", "{\"weight_map\":{\"a\":\"../../evil.safetensors\"}}");

        assertThatThrownBy(this::pull).hasMessageContaining("weight_map names '../../evil.safetensors'");
    }

    @Test
    void shouldGoOnWhereTheConnectionWasCut() throws IOException {
        hub.troubled("model.safetensors", -50_000, -30_000);

        Pull.Result result = pull();

        assertThat(Files.readString(result.folder().resolve("model.safetensors")))
                .isEqualTo(WEIGHTS);
        assertThat(hub.requests)
                .filteredOn(request -> request.startsWith("from "))
                .hasSize(2);
    }

    @Test
    void shouldGoOnWhereTheConnectionFellSilent() throws IOException {
        hub.troubled("model.safetensors", FakeHub.SILENT);

        Pull.Result result = pull();

        assertThat(Files.readString(result.folder().resolve("model.safetensors")))
                .isEqualTo(WEIGHTS);
    }

    @Test
    void shouldAskWithGetWhereTheHubDoesNotKnowHead() {
        hub.withoutHead();

        assertThat(pull().files()).contains("model.safetensors");
    }

    @Test
    void shouldGoOnBehindWhatAnInterruptedPullLeft() throws IOException {
        Path blob = cache.blob(NAME, hub.digest("model.safetensors"));
        Files.createDirectories(blob.getParent());
        Files.writeString(blob.resolveSibling(blob.getFileName() + ".incomplete"), WEIGHTS.substring(0, 100_000));

        Pull.Result result = pull();

        assertThat(hub.requests).contains("from 100000");
        assertThat(Files.readString(result.folder().resolve("model.safetensors")))
                .isEqualTo(WEIGHTS);
    }

    @Test
    void shouldBeginAnewWhereWhatWasLeftIsWrong() throws IOException {
        Path blob = cache.blob(NAME, hub.digest("model.safetensors"));
        Files.createDirectories(blob.getParent());
        Files.writeString(blob.resolveSibling(blob.getFileName() + ".incomplete"), "something else");

        Pull.Result result = pull();

        assertThat(Files.readString(result.folder().resolve("model.safetensors")))
                .isEqualTo(WEIGHTS);
    }

    @Test
    void shouldKeepNothingWhoseDigestIsWrong() throws IOException {
        hub.wrongDigests.put("model.safetensors", "ab".repeat(32));

        assertThatThrownBy(this::pull)
                .isInstanceOf(HubException.class)
                .hasMessageStartingWith("model.safetensors: digest is ")
                .hasMessageEndingWith("the hub says " + "ab".repeat(32));
        assertThat(cache.find("acme/tiny")).isEmpty();
        try (var blobs = Files.list(folder.resolve("hub/models--acme--tiny/blobs"))) {
            assertThat(blobs).noneMatch(blob -> blob.toString().contains("abab"));
        }
    }

    @Test
    void shouldCheckSmallFilesByTheDigestOfTheirGitBlob() {
        hub.wrongDigests.put("config.json", "cd".repeat(20));

        assertThatThrownBy(this::pull).hasMessageStartingWith("config.json: digest is ");
    }

    @Test
    void shouldSendTheTokenToTheHubAlone() {
        pull();

        assertThat(hub.tokens).contains("Bearer secret");
        assertThat(hub.tokensElsewhere).isEmpty();
    }

    @Test
    void shouldWaitAsLongAsTheHubAsks() {
        hub.troubled("list", 429, 503);

        pull();

        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void shouldGiveUpOnAHubThatIsNeverReady() {
        hub.troubled("list", 503, 503, 503, 503, 503, 503);

        assertThatThrownBy(this::pull).hasMessage("acme/tiny: the hub answers 503 (5 tries)");
    }

    @Test
    void shouldSayThatNobodyAnswers() {
        hub.close();

        assertThatThrownBy(this::pull).hasMessage("acme/tiny: the hub cannot be reached: ConnectException (5 tries)");
    }

    @ParameterizedTest
    @CsvSource({"401, HF_TOKEN must be of somebody", "403, HF_TOKEN", "404, no such model"})
    void shouldSayWhatTheHubRefuses(int status, String words) {
        hub.troubled("list", status);

        assertThatThrownBy(this::pull)
                .isInstanceOf(HubException.class)
                .hasMessageContaining("acme/tiny: the hub answers " + status)
                .hasMessageContaining(words)
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldLetSeveralPullsOfOneModelFinish() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Pull.Result>> pulls =
                    threads.invokeAll(List.of(this::pull, this::pull, this::pull, this::pull));

            for (Future<Pull.Result> pull : pulls) {
                assertThat(pull.get().folder().resolve("model.safetensors")).hasContent(WEIGHTS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b/c", "../x", "a..b/c", "a--b/c", "a b", "", "a/b@../../x", "-a/b"})
    void shouldNotTakeWhatIsNoName(String name) {
        assertThat(HubName.of(name)).isEmpty();
        assertThat(cache.find(name)).isEmpty();
    }

    @Test
    void shouldFindARevisionByItsName() {
        HubName tagged = NAME.at("v1.0").orElseThrow();

        Pull.Result result = pull(tagged);

        assertThat(cache.find("acme/tiny@v1.0")).contains(result.folder());
        assertThat(cache.find("acme/tiny@" + FakeHub.COMMIT)).contains(result.folder());
        assertThat(cache.find("acme/tiny")).isEmpty();
    }

    private Pull.Result pull() {
        return pull(NAME);
    }

    private Pull.Result pull(HubName name) {
        Hub remote = new Hub(hub.address(), Optional.of("secret"), pauses::add, Duration.ofMillis(400));
        return new Pull(remote, cache, (file, have, size) -> {}, pauses::add).run(name);
    }
}
