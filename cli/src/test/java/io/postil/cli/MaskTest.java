package io.postil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.seal.KeyRing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Masking by a policy and turning it back, as a person types it; with rules alone. */
class MaskTest {
    private static final String POLICY = """
            types:
              EMAIL: encrypt
              PHONE: fpe
              DATE: date-shift
              CARD: {operator: mask, keepLast: 4}
            others: encrypt-deterministic
            fields: {speaker: hash, attributes: {channel: keep}}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void shouldTurnBackWhatAReversiblePolicyMasked() throws IOException {
        var policy = file("policy.yaml", POLICY);
        var keys = folder.resolve("keys");
        KeyRing.generate(keys);
        var input = file("in.jsonl", """
                {"text":"\uD83D\uDE00 ada@example.com, 06 39 98 12 34, on 2030-01-31","conversation":"c"}
                {"text":"from 192.0.2.1"}
                """);
        assertThat(run("mask", "--model", "none", "--policy", policy, "--keys", keys.toString(), "--input", input))
                .isZero();
        var masked = out.toString();
        out.getBuffer().setLength(0);

        int code = run("open", "--policy", policy, "--keys", keys.toString(), "--input", file("masked.jsonl", masked));

        assertThat(masked).doesNotContain("ada@", "06 39", "2030-01-31", "192.0.2.1");
        assertThat(code).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                {"text":"\uD83D\uDE00 ada@example.com, 06 39 98 12 34, on 2030-01-31"}
                {"text":"from 192.0.2.1"}
                """);
    }

    @Test
    void shouldTreatSpeakerAndAttributesAsThePolicySays() throws IOException {
        var policy = file("policy.yaml", "{others: tag, fields: {speaker: tag, attributes: {channel: keep}}}");
        var input = file(
                "in.jsonl",
                "{\"text\":\"hi\",\"speaker\":\"Ada\",\"attributes\":{\"channel\":\"web\",\"agent\":\"Bob\"}}\n");

        run("mask", "--model", "none", "--policy", policy, "--input", input);

        assertThat(out.toString().strip())
                .isEqualTo(
                        "{\"text\":\"hi\",\"spans\":[],\"speaker\":\"[PERSON]\",\"attributes\":{\"channel\":\"web\"}}");
    }

    @Test
    void shouldGiveAReasonInThePlaceOfATextThatFailsClosed() throws IOException {
        var policy = file("policy.yaml", "types: {EMAIL: tag}");
        var input = file("in.jsonl", "{\"text\":\"to ada@example.com\"}\n{\"text\":\"call 06 39 98 12 34\"}\n");

        int code = run("mask", "--model", "none", "--policy", policy, "--input", input);

        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("to [EMAIL]", "{\"error\":\"the policy has no entry for PHONE\"}")
                .doesNotContain("06 39");
    }

    @Test
    void shouldNameWhatIsWrongWithPolicyOrKeysAndPrintNothing() throws IOException {
        var input = file("in.jsonl", "{\"text\":\"hi\"}\n");

        assertThat(run("mask", "--policy", file("p.yaml", "others: nope"), "--input", input))
                .isEqualTo(2);
        assertThat(run("mask", "--policy", file("q.yaml", "others: hash"), "--input", input))
                .isEqualTo(2);

        assertThat(err.toString()).contains("others.operator: nope", "--keys: not given, and the policy has hash");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldMeasureWhatLeaks() throws IOException {
        var data = file("data.jsonl", """
                {"text":"to ada@example.com from Qil","spans":[{"type":"MAIL","start":3,"end":18},{"type":"PERSON","start":24,"end":27}],"language":"en"}
                {"text":"nothing here","spans":[]}
                """);
        var page = folder.resolve("leaks.html");

        int code = run(
                "evaluate",
                "--leaks",
                "--entity-model",
                "none",
                "--types",
                "MAIL=EMAIL",
                "--data",
                data,
                "--leak-page",
                page.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("\"leaked\":{\"characters\":3,\"of\":18,", "\"untouched\":1", "\"en\"")
                .doesNotContain("ada@");
        assertThat(page).content().contains("EMAIL", "16.67 %").doesNotContain("ada@");
    }

    @Test
    void shouldPrintAPolicyToBeginWith() {
        assertThat(run("mask", "--print-policy")).isZero();

        assertThat(out.toString()).contains("others: tag");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int run(String... arguments) {
        CommandLine command = Postil.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        int code = command.execute(arguments);
        command.getOut().flush();
        return code;
    }
}
