package io.postil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are what PEFT 0.21 counts for CamemBERT-base. */
final class DryRunTest {
    private static final String CAMEMBERT =
            "{\"model_type\":\"camembert\",\"vocab_size\":32005,\"hidden_size\":768,\"num_hidden_layers\":12,"
                    + "\"num_attention_heads\":12,\"intermediate_size\":3072,\"max_position_embeddings\":514,"
                    + "\"type_vocab_size\":1,\"pad_token_id\":1}";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void writeConfig() throws IOException {
        Files.writeString(folder.resolve("config.json"), CAMEMBERT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--labels 3 --lora-rank 8 --lora-targets query,value | {\"trainable\":887811,\"total\":111512070}",
                "--labels 3 --lora-rank 8 | {\"trainable\":887811,\"total\":111512070}",
                "--labels 3 | {\"trainable\":110624259,\"total\":110624259}",
                "--labels 5 --kind token --lora-rank 8 | {\"trainable\":298757,\"total\":110333962}"
            })
    void shouldCountFromTheConfigurationAlone(String options, String printed) {
        assertThat(run(options)).isZero();

        assertThat(out.toString().strip()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lora-rank 8 | 2 | --labels: null (expected a number from 1 to 1000000)",
                "--labels 0 | 2 | --labels: 0 (expected a number from 1 to 1000000)",
                "--labels 2 --lora-rank 0 | 2 | --lora-rank: 0 (expected a number from 1)",
                "--labels 2 --lora-rank 8 --lora-targets q_lin | 1 | target_modules: match no linear module",
                "--labels 2 --lora-rank 8 --lora-targets word_embeddings | 1 | word_embeddings is not linear"
            })
    void shouldSayWhatCannotBeCounted(String options, int code, String reason) {
        assertThat(run(options)).isEqualTo(code);

        assertThat(err.toString()).contains(reason);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldStillAskForTaskAndOutputWhereItTrains() {
        assertThat(Postil.commandLine().setErr(new PrintWriter(err)).execute("train", "--data", "x.csv"))
                .isEqualTo(2);

        assertThat(err.toString()).contains("--task: not given");
    }

    private int run(String options) {
        List<String> arguments = new ArrayList<>(List.of("train", "--dry-run", "--base", folder.toString()));
        arguments.addAll(List.of(options.split(" ", -1)));
        return Postil.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
