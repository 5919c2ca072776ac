package io.postil.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingItem.Gold;
import io.postil.model.train.TrainingItem.Labelled;
import io.postil.model.train.TrainingItem.Spanned;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFileTest {
    @TempDir
    Path folder;

    @Test
    void shouldReadLabelsFromJsonl() throws IOException {
        Path file = write("acts.jsonl", """
                {"conversation":"c1","text":"Hello 👋","label":"greeting","language":"en"}

                {"conversation":"c2","text":"Il pleut.","text_pair":"Il fait sec.","label":"contradiction","language":"fr"}
                """);

        assertThat(DataFile.read(file))
                .containsExactly(
                        new Row(new Labelled(Input.of("Hello 👋"), "greeting"), Optional.of("c1"), Optional.of("en")),
                        new Row(
                                new Labelled(Input.of("Il pleut.", "Il fait sec."), "contradiction"),
                                Optional.of("c2"),
                                Optional.of("fr")));
    }

    @Test
    void shouldReadSpansFromJsonl() throws IOException {
        Path file = write("entities.jsonl", """
                {"conversation":"c1","text":"👋 Ada","spans":[{"type":"PERSON","start":3,"end":6}],"language":"en"}
                {"conversation":"c1","text":"nobody","spans":[]}
                """);

        assertThat(items(file))
                .containsExactly(
                        new Spanned(Input.of("👋 Ada"), List.of(new Gold(Field.TEXT, "PERSON", 3, 6))),
                        new Spanned(Input.of("nobody"), List.of()));
    }

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
    void shouldReadCsvWithQuotesLineBreaksAndAByteOrderMark() throws IOException {
        Path file = write("acts.csv", """
                \uFEFFSpeaker,Utterance,Dialogue_Act,Dialogue_ID\r
                A,"Well, ""yes""
                or no",answer,7\r
                B,So?,ask,8\r
                """);

        assertThat(DataFile.read(file))
                .containsExactly(
                        new Row(
                                new Labelled(Input.of("Well, \"yes\"\nor no"), "answer"),
                                Optional.of("7"),
                                Optional.empty()),
                        new Row(new Labelled(Input.of("So?"), "ask"), Optional.of("8"), Optional.empty()));
    }

    @Test
    void shouldReadTsvWhereQuotesAreCharactersLikeOthers() throws IOException {
        Path file = write("pairs.tsv", "premise\thypo\tlabel\nHe said \"no\tHe agreed\tcontradiction\n");

        assertThat(items(file)).containsExactly(new Labelled(Input.of("He said \"no", "He agreed"), "contradiction"));
    }

    @Test
    void shouldReadTheColumnsThatAreAskedFor() throws IOException {
        Path file = write("reviews.csv", "text,stars,review\nshort,5,the whole\n");

        List<Row> rows = DataFile.read(file, Format.CSV, Columns.usual().with("review", "stars"));

        assertThat(rows).extracting(Row::item).containsExactly(new Labelled(Input.of("the whole"), "5"));
    }

    @Test
    void shouldReadATableWithoutHeaderByTheNumbersOfItsColumns() throws IOException {
        Path file = write("acts.txt", "g|is it \"left\"|ask\nf|yes|reply\n");

        List<Row> rows = DataFile.read(
                file, Format.CSV, Columns.usual().with("2", "3").withoutHeader().delimitedBy('|'));

        assertThat(rows)
                .extracting(Row::item)
                .containsExactly(
                        new Labelled(Input.of("is it \"left\""), "ask"), new Labelled(Input.of("yes"), "reply"));
    }

    @Test
    void shouldNameTheColumnThatIsMissing() throws IOException {
        Path file = write("acts.csv", "text,class\nhi,greeting\n");

        assertThatThrownBy(() -> DataFile.read(file))
                .hasMessage("acts.csv, line 1: no column label or dialogue_act (columns: [class, text])");
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
    void shouldReadPackedConllWithItsSpans() throws IOException {
        Path file = folder.resolve("train.conll.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("""
                    -DOCSTART- O

                    Ada B-PER
                    Love I-PER
                    in O
                    Rome\tB-LOC\r


                    Ok O""".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(items(file))
                .containsExactly(
                        new Spanned(
                                Input.of("Ada Love in Rome"),
                                List.of(new Gold(Field.TEXT, "PER", 0, 8), new Gold(Field.TEXT, "LOC", 12, 16))),
                        new Spanned(Input.of("Ok"), List.of()));
    }

    @Test
    void shouldTellTagsFromTablesByTheFirstLine() throws IOException {
        Path file = write("tags.tsv", "\nAda\tB-PER\nsleeps\tO\n");

        assertThat(items(file))
                .containsExactly(new Spanned(Input.of("Ada sleeps"), List.of(new Gold(Field.TEXT, "PER", 0, 3))));
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
    void shouldKeepRepeatsOfATextOnOneSideWhereThereIsNoConversation() {
        var one = new Row(new Labelled(Input.of("ok"), "agreement"), Optional.empty(), Optional.empty());
        var other = new Row(new Labelled(Input.of("ok"), "acknowledgement"), Optional.empty(), Optional.of("en"));

        assertThat(one.split()).isEqualTo(other.split()).isEqualTo(Split.of("ok"));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<TrainingItem> items(Path file) {
        return DataFile.read(file).stream().map(Row::item).toList();
    }
}
