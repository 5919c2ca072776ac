package io.postil.model.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a data file is refused, and in which words. */
class DataRefusalTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"x\",\"label\":|not JSON at column",
                "[1]|expected a JSON object",
                "{\"label\":\"x\"}|expected \"text\", a string",
                "{\"text\":\"x\"}|expected \"label\" (a string) or \"spans\" (a list)",
                "{\"text\":\"x\",\"label\":7}|expected \"label\" (a string)",
                "{\"text\":7,\"label\":\"x\"}|\"text\": expected a string",
                "{\"text\":\"x\",\"spans\":[{\"type\":\"A\",\"start\":0,\"end\":2}]}|span [0, 2) does not lie in its text of 1 code units",
                "{\"text\":\"x\",\"spans\":[{\"type\":\"A\",\"start\":0}]}|expected \"end\" of a span",
                "{\"text\":\"xyz\",\"spans\":[{\"type\":\"A\",\"start\":0,\"end\":2},{\"type\":\"A\",\"start\":1,\"end\":3}]}|overlap",
            })
    void shouldNameTheLineOfJsonlThatIsWrong(String json, String problem) throws IOException {
        Path file = write("bad.jsonl", "{\"text\":\"fine\",\"label\":\"a\"}\n" + json + "\n");

        assertThatThrownBy(() -> DataFile.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("bad.jsonl, line 2: ")
                .hasMessageContaining(problem);
    }

    @Test
    void shouldNameTheLineThatNestsBeyondAnySense() throws IOException {
        Path file = write("deep.jsonl", "[".repeat(5000) + "\n");

        assertThatThrownBy(() -> DataFile.read(file))
                .hasMessage("deep.jsonl, line 1: JSON that nests too deep, or has too long a number");
    }

    @Test
    void shouldNameTheColumnThatIsMissing() throws IOException {
        Path file = write("acts.csv", "text,class\nhi,greeting\n");

        assertThatThrownBy(() -> DataFile.read(file))
                .hasMessage("acts.csv, line 1: no column label or dialogue_act (columns: [text, class])");
    }

    @Test
    void shouldNameTheLineOfATableThatIsWrong() throws IOException {
        Path surplus = write("surplus.csv", "text,label\n\"two\nlines\",a\nhi,there,b\n");
        Path open = write("open.csv", "text,label\nhi,a\n\"never closed,b\n");

        assertThatThrownBy(() -> DataFile.read(surplus))
                .hasMessage("surplus.csv, line 4: 3 columns (expected 2, as in the first line)");
        assertThatThrownBy(() -> DataFile.read(open)).hasMessageStartingWith("open.csv, line 3: ");
    }

    @Test
    void shouldNameTheLineThatHasNoTag() throws IOException {
        Path file = write("bad.conll", "Ada B-PER\nsleeps\n");

        assertThatThrownBy(() -> DataFile.read(file))
                .hasMessage("bad.conll, line 2: expected a token and a tag (O, B-TYPE or I-TYPE)");
    }

    @Test
    void shouldNameTheLineThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "text,label\nna\u00efve,a\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> DataFile.read(file)).hasMessage("latin.csv, line 2: byte 0xEF is not UTF-8");
    }

    @Test
    void shouldNameTheFileThatItCannotReadOrTell() throws IOException {
        Path strange = write("strange.doc", "hello");

        assertThatThrownBy(() -> DataFile.read(strange)).hasMessageContaining("cannot tell the format");
        assertThatThrownBy(() -> DataFile.read(folder.resolve("none.csv"))).hasMessageContaining("none.csv");
    }

    @Test
    void shouldRefuseColumnsThatAreNotThereOrThereTwice() throws IOException {
        Path twice = write("twice.csv", "text,label,Text,label\na,b,c,d\n");
        Path once = write("once.csv", "text,label\na,b\n");
        DataLayout pairs = layout(Format.CSV, Columns.usual().withPair("hypo"));

        assertThatThrownBy(() -> DataFile.read(twice)).hasMessage("twice.csv, line 1: column label is there 2 times");
        assertThatThrownBy(() -> DataFile.read(once, pairs))
                .hasMessage("once.csv, line 1: no column hypo (columns: [text, label])");
    }

    @Test
    void shouldRefuseABlankLabel() throws IOException {
        Path table = write("blank.csv", "text,label\na,b\nc,\n");
        Path lines = write("blank.jsonl", "{\"text\":\"a\",\"label\":\" \"}\n");

        assertThatThrownBy(() -> DataFile.read(table)).hasMessage("blank.csv, line 3: the label is blank");
        assertThatThrownBy(() -> DataFile.read(lines)).hasMessage("blank.jsonl, line 1: the label is blank");
    }

    @Test
    void shouldSayThatPackedDataEndsEarly() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("Ada B-PER\n".repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("cut.conll.gz");
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 12));

        assertThatThrownBy(() -> DataFile.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("cut.conll.gz, line ")
                .hasMessageContaining("the gzip data ends early");
    }

    @Test
    void shouldRefuseALineWithoutEndInBoundedMemory() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };

        assertThatThrownBy(() -> DataFile.read("endless.jsonl", endless))
                .isInstanceOf(DataException.class)
                .hasMessage("endless.jsonl, line 1: longer than 16777216 characters");
    }

    @Test
    void shouldRefuseAFieldThatIsThereTwice() throws IOException {
        Path file = write("twice.jsonl", "{\"text\":\"a\",\"label\":\"x\",\"label\":\"y\"}\n");

        assertThatThrownBy(() -> DataFile.read(file)).hasMessageStartingWith("twice.jsonl, line 1: not JSON");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static DataLayout layout(Format format, Columns columns) {
        return new DataLayout(Optional.of(format), columns, StandardCharsets.UTF_8);
    }
}
