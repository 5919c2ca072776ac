package io.postil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code postil train} does with what it is given; on word vectors, which are trained in no time. */
class TrainCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void shouldTrainWordVectorsAndLeaveNothingUnfinished() throws IOException {
        Path data = rows("train.csv", "hello", "pay");

        int code = train("--base", "static:" + vectors(), "--train", data.toString(), "--validation", data.toString());

        assertThat(err.toString()).contains("epoch 1, mean loss");
        assertThat(code).isZero();
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/model.safetensors");
        assertThat(folder.resolve("out.unfinished")).doesNotExist();
    }

    @Test
    void shouldGoOnWhereItWasCutOffWithTheSameResult() throws IOException {
        Path data = rows("train.csv", "hello", "pay");
        String[] arguments = {"--base", "static", "--vector-size", "8", "--train", data.toString(), "--validation"};
        String[] all = with(arguments, data.toString(), "--snapshot-every", "0");
        train(all);
        byte[] whole = Files.readAllBytes(folder.resolve("out/model.safetensors"));
        Files.move(folder.resolve("out"), folder.resolve("first"));
        Path target = Files.createFile(folder.resolve("out"));

        int refused = train(all);
        Files.delete(target);
        int code = train(all);

        assertThat(refused).isEqualTo(2);
        assertThat(code).isZero();
        assertThat(Files.readAllBytes(folder.resolve("out/model.safetensors"))).isEqualTo(whole);
    }

    @Test
    void shouldRefuseOneLabel() throws IOException {
        Path data = rows("train.csv", "hello", "hello");

        int code = train("--base", "static", "--train", data.toString(), "--validation", data.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("have but the label [hello]");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void shouldSayWhichLabelCannotBeLearned() throws IOException {
        Path data = rows("train.csv", "hello", "pay");
        Path other = rows("other.csv", "hello", "leave");

        int code = train(
                "--base",
                "static",
                "--train",
                data.toString(),
                "--validation",
                data.toString(),
                "--test",
                other.toString());

        assertThat(code).isZero();
        assertThat(err.toString()).contains("no row to train on has leave");
    }

    @Test
    void shouldNameTheLineOfAVectorThatIsNone() throws IOException {
        Path data = rows("train.csv", "hello", "pay");
        Path vectors = Files.writeString(folder.resolve("bad.txt"), "good 1 2\nword 1 two\n");

        int code = train("--base", "static:" + vectors, "--train", data.toString(), "--validation", data.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("bad.txt, line 2: 'two' (expected a number)");
    }

    @Test
    void shouldRefuseOptionsThatExcludeEachOther() throws IOException {
        Path data = rows("train.csv", "hello", "pay");

        assertThat(train("--data", data.toString(), "--train", data.toString())).isEqualTo(2);
        assertThat(train("--train", data.toString(), "--validation", data.toString(), "--full", "--head-only"))
                .isEqualTo(2);
        assertThat(train("--train", data.toString(), "--validation", data.toString(), "--class-weights", "nope=2"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "expected either --data, or --train",
                        "--head-only: not with --full",
                        "--class-weights: nope=2");
    }

    private int train(String... arguments) {
        CommandLine command = Postil.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        String[] common = {"train", "--task", "toy", "--threads", "1", "--epochs", "2", "--batch", "4", "--output"};
        return command.execute(with(with(common, folder.resolve("out").toString()), arguments));
    }

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Path rows(String name, String first, String second) throws IOException {
        StringBuilder text = new StringBuilder("text,label\n");
        for (int i = 0; i < 8; i++) {
            text.append("good day number ").append(i).append(',').append(first).append('\n');
            text.append("the bill number ").append(i).append(',').append(second).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private Path vectors() throws IOException {
        return Files.writeString(
                folder.resolve("vectors.txt"), "good 1 0 0.5\nday 0.5 0 1\nthe 0 1 0\nbill 0 1 0.25\n");
    }
}
