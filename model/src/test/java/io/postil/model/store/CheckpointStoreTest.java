package io.postil.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store promises wherever it lies. */
class CheckpointStoreTest {
    @TempDir
    Path folder;

    private CheckpointStore store;

    Path root() throws IOException {
        return folder.resolve("store");
    }

    @BeforeEach
    void open() throws IOException {
        store = new CheckpointStore(root());
    }

    @Test
    void shouldOpenWhatWasPublished() throws IOException {
        StoredCheckpoint published = store.publish("nli", "v1", CheckpointStoreTest::twoFiles);

        StoredCheckpoint opened = store.open("nli", "v1");

        assertThat(opened).isEqualTo(published);
        assertThat(Files.readString(opened.folder().resolve("base/model.safetensors")))
                .isEqualTo("weights");
        assertThat(opened.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void shouldTakeTheDigestFromTheManifestSoThatAnyoneCanCheckIt() throws IOException {
        StoredCheckpoint published = store.publish("nli", "v1", CheckpointStoreTest::twoFiles);

        byte[] manifest = Files.readAllBytes(published.folder().resolve("manifest.json"));

        assertThat(Sha256.of(manifest)).isEqualTo(published.digest());
        assertThat(new String(manifest, StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "files" : [ {
                    "path" : "base/model.safetensors",
                    "sha256" : "9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c",
                    "size" : 7
                  }, {
                    "path" : "config.json",
                    "sha256" : "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                    "size" : 2
                  } ]
                }
                """);
    }

    @Test
    void shouldGiveTheSameDigestToTheSameFiles() {
        StoredCheckpoint one = store.publish("nli", "v1", CheckpointStoreTest::twoFiles);

        StoredCheckpoint other = store.publish("entities", "v7", CheckpointStoreTest::twoFiles);

        assertThat(other.digest()).isEqualTo(one.digest());
    }

    @Test
    void shouldNeverOverwriteACompleteVersion() {
        store.publish("nli", "v1", CheckpointStoreTest::twoFiles);

        assertThatThrownBy(() -> store.publish("nli", "v1", CheckpointStoreTest::twoFiles))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("never overwritten");
    }

    @Test
    void shouldNotShowAnInterruptedPublishAndReplaceItLater() {
        assertThatThrownBy(() -> store.publish("nli", "v1", folder -> {
                    Files.writeString(folder.resolve("left-over"), "half");
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(StoreException.class);
        assertThat(store.versions("nli")).isEmpty();
        assertThatThrownBy(() -> store.open("nli", "v1")).isInstanceOf(CheckpointException.class);

        store.publish("nli", "v1", CheckpointStoreTest::twoFiles);

        assertThat(store.open("nli", "v1").folder().resolve("left-over")).doesNotExist();
    }

    @Test
    void shouldRefuseAChangedFileNamingIt() throws IOException {
        Path published =
                store.publish("nli", "v1", CheckpointStoreTest::twoFiles).folder();

        Files.writeString(published.resolve("base/model.safetensors"), "weighty");

        assertThatThrownBy(() -> store.open("nli", "v1"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("model.safetensors: changed");
    }

    @Test
    void shouldRefuseAMissingFileNamingIt() throws IOException {
        Path published =
                store.publish("nli", "v1", CheckpointStoreTest::twoFiles).folder();

        Files.delete(published.resolve("config.json"));

        assertThatThrownBy(() -> store.open("nli", "v1"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("config.json: missing");
    }

    @Test
    void shouldRefuseASurplusFileNamingIt() throws IOException {
        Path published =
                store.publish("nli", "v1", CheckpointStoreTest::twoFiles).folder();

        Files.writeString(published.resolve("pytorch_model.bin"), "pickle");

        assertThatThrownBy(() -> store.open("nli", "v1"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("pytorch_model.bin: surplus");
    }

    @Test
    void shouldListVersionsByTheirNumbers() {
        for (String version : new String[] {"v10", "v2", "starter", "v1"}) {
            store.publish("nli", version, CheckpointStoreTest::twoFiles);
        }

        assertThat(store.versions("nli")).containsExactly("starter", "v1", "v2", "v10");
        assertThat(store.versions("entities")).isEmpty();
    }

    @Test
    void shouldRefuseANameThatLeavesTheStore() {
        assertThatThrownBy(() -> store.open("nli", "../secrets"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("version '../secrets'");
    }

    static void twoFiles(Path folder) throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.createDirectories(folder.resolve("base"));
        Files.writeString(folder.resolve("base/model.safetensors"), "weights");
    }
}
