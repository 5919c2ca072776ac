package io.postil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command answers to what a person types; nothing here needs a broker. */
class PostilTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void shouldCallWrongUsageByItsCode() {
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("rollout")).isEqualTo(2);
        assertThat(run("local", "--port", "70000", "--data", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nonsense", "Missing required subcommand", "--port: 70000");
    }

    @Test
    void shouldNameTheSettingsThatAreMissing() {
        assertThat(run("stream", "--config", folder.resolve("none.yaml").toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains("none.yaml: cannot be read", "kafka.bootstrap: not set");
    }

    @Test
    void shouldPrintNothingWhereAModelCannotBeOpened() throws IOException {
        Path input = file("in.jsonl", "{\"text\":\"hello\"}\n");

        int code = run("predict", "--raw", "--model", folder.toString(), "--input", input.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("config.json");
    }

    @Test
    void shouldTellInOneLineWhatIsWrongWithAFileOfAModel() throws IOException {
        Path input = file("in.jsonl", "{\"text\":\"hello\"}\n");
        file("config.json", "{\"model_type\":\n\"bert\",,}");

        int code = run("predict", "--raw", "--model", folder.toString(), "--input", input.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("config.json: cannot be read as JSON: Unexpected character", "(line 2, column 8)")
                .doesNotContain("REDACTED");
    }

    @Test
    void shouldNameFileAndLineOfBadInput() throws IOException {
        Path input = file("in.jsonl", "{\"text\":\"hello\"}\n\n{\"text\":1}\n");

        int code = run("predict", "--model", "dialogue-act", "--input", input.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("in.jsonl, line 3", "\"text\": expected a string");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldCheckEveryCorrectionBeforeOneIsSent() throws IOException {
        Path input = file("corrections.jsonl", """
                {"utteranceId":"u1","task":"nli","label":"neutral"}
                {"utteranceId":"u2","task":"nli","label":"neutral","confirmed":true}
                """);

        int code = run("feedback", "send", "--input", input.toString(), "--bootstrap", "localhost:1");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("corrections.jsonl, line 2", "exactly one of");
    }

    @Test
    void shouldJudgeLabelsInTheOrderThatIsAskedFor() throws IOException {
        Path input = file(
                "labels.jsonl",
                "{\"gold\":\"ask\",\"predicted\":\"ask\"}\n{\"gold\":\"inform\",\"predicted\":\"ask\"}\n");

        int code = run("evaluate", "--predictions", input.toString(), "--labels", "inform,ask,greet");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"confusion\":[[0,1,0],[0,1,0],[0,0,0]]");
    }

    @Test
    void shouldJudgeSentencesInBothSchemes() throws IOException {
        Path input = file("tags.jsonl", "{\"gold\":[\"B-PER\",\"O\"],\"predicted\":[\"B-PER\",\"O\"]}\n");

        int code = run("evaluate", "--predictions", input.toString());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"default\":", "\"strict_iob2\":", "\"token_accuracy\":");
    }

    @Test
    void shouldRefuseLinesOfTwoKinds() throws IOException {
        Path input = file(
                "mixed.jsonl", "{\"gold\":[\"O\"],\"predicted\":[\"O\"]}\n{\"gold\":\"ask\",\"predicted\":\"ask\"}\n");

        assertThat(run("evaluate", "--predictions", input.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("mixed.jsonl, line 2");
    }

    private int run(String... arguments) {
        CommandLine command = Postil.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
