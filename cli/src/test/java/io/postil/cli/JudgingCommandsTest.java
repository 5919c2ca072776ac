package io.postil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What evaluate, compare and pull answer to what a person types; no model is opened here. */
class JudgingCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void shouldAskForTheDataThatAModelIsJudgedOn() {
        assertThat(run("evaluate", "--model", "dialogue-act")).isEqualTo(2);
        assertThat(err.toString()).contains("--data: not given");
    }

    @Test
    void shouldNameTheDataFileThatIsNotThere() {
        assertThat(run("evaluate", "--model", "dialogue-act", "--data", "good=" + folder.resolve("none.pos")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none.pos: no such file");
    }

    @Test
    void shouldNotMixPredictionsWithAModelsOptions() throws IOException {
        String file = file("p.jsonl", "{\"gold\":\"a\",\"predicted\":\"a\"}\n");

        assertThat(run("evaluate", "--predictions", file, "--report", folder.toString()))
                .isEqualTo(2);
        assertThat(run("evaluate", "--predictions", file, "--labels", "a,b,a")).isEqualTo(2);
        assertThat(err.toString()).contains("--predictions: goes without", "names a label twice");
    }

    @Test
    void shouldReadPredictionsThatArePacked() throws IOException {
        Path packed = folder.resolve("p.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("\uFEFF{\"gold\":\"a\",\"predicted\":\"a\"}\r\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run("evaluate", "--predictions", packed.toString())).isZero();
        assertThat(out.toString()).contains("\"accuracy\":1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NESTED", "{\"gold\":\"a\",\"gold\":\"b\",\"predicted\":\"b\"}", "{\"gold\":\"a\"}", "[1]", "{"})
    void shouldNameTheLineOfAPredictionThatIsNone(String line) throws IOException {
        String bad = line.replace("NESTED", "[".repeat(5000));
        String predictions = file("p.jsonl", "{\"gold\":\"a\",\"predicted\":\"a\"}\n" + bad + "\n");

        assertThat(run("evaluate", "--predictions", predictions)).isEqualTo(1);
        assertThat(err.toString()).contains("p.jsonl, line 2: ").doesNotContain("null");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldNameTheLineWherePackedPredictionsEndEarly() throws IOException {
        byte[] cut = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
        Path packed = Files.write(folder.resolve("p.jsonl.gz"), cut);

        assertThat(run("evaluate", "--predictions", packed.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("p.jsonl.gz, line 1: the gzip data ends early");
    }

    @Test
    void shouldCompareTheReportsOfTwoFolders() throws IOException {
        report("one", 0.8);
        report("other", 0.7);

        int code = run(
                "compare",
                folder.resolve("one").toString(),
                folder.resolve("other").toString(),
                "--report",
                folder.resolve("out").toString());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"models\":", "\"only_a_right\":1", "\"best\":");
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
    }

    @Test
    void shouldNameTheFolderWithoutAReport() throws IOException {
        report("one", 0.8);

        assertThat(run(
                        "compare",
                        folder.resolve("one").toString(),
                        folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none: cannot be read");
        assertThat(run("compare", folder.toString())).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b/c", "../x", "a b"})
    void shouldRefuseANameThatIsNoModels(String name) {
        assertThat(run("pull", name)).isEqualTo(2);
        assertThat(err.toString()).contains("NAME: " + name);
    }

    @Test
    void shouldRefuseAnEndpointThatIsNoAddress() {
        assertThat(run("pull", "acme/tiny", "--endpoint", "ftp://example.org")).isEqualTo(2);
        assertThat(err.toString()).contains("--endpoint: ftp://example.org");
    }

    private void report(String name, double accuracy) throws IOException {
        Files.createDirectories(folder.resolve(name));
        String right = accuracy > 0.75 ? "11" : "10";
        file(name + "/report.json", """
                {"about":{"data_digest":"d"},"items":2,"metrics":{"accuracy":{"value":%s,"low":0,"high":1}},"confusion":[[2]],"right":"%s",
                 "label_f1":{"a":{"value":%s,"low":0,"high":1}}}""".formatted(accuracy, right, accuracy));
    }

    private int run(String... arguments) {
        CommandLine command = Postil.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
