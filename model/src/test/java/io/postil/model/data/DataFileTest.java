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
import java.nio.charset.Charset;
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

        List<Row> rows = DataFile.read(file, layout(Format.CSV, Columns.usual().with("review", "stars")));

        assertThat(rows).extracting(Row::item).containsExactly(new Labelled(Input.of("the whole"), "5"));
    }

    @Test
    void shouldReadATableWithoutHeaderByTheNumbersOfItsColumns() throws IOException {
        Path file = write("acts.txt", "g|is it \"left\"|ask\nf|yes|reply\n");

        List<Row> rows = DataFile.read(
                file,
                layout(
                        Format.TSV,
                        Columns.usual().with("2", "3").withoutHeader().delimitedBy('|')));

        assertThat(rows)
                .extracting(Row::item)
                .containsExactly(
                        new Labelled(Input.of("is it \"left\""), "ask"), new Labelled(Input.of("yes"), "reply"));
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
    void shouldReadAnotherCharacterSetWhenItIsNamed() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "text,label\nna\u00efve,a\n".getBytes(Charset.forName("windows-1252")));

        List<Row> rows =
                DataFile.read(file, new DataLayout(Optional.empty(), Columns.usual(), Charset.forName("windows-1252")));

        assertThat(rows).extracting(Row::item).containsExactly(new Labelled(Input.of("naïve"), "a"));
    }

    @Test
    void shouldReadTheColumnsOfConllThatAreAskedFor() throws IOException {
        Path file = write("conll.txt", "EU NNP B-NP B-ORG\nrejects VBZ B-VP O\n\n-DOCSTART- -X- O O\n\nSo RB O O\n");

        List<Row> chunks =
                DataFile.read(file, layout(Format.CONLL, Columns.usual().withLabel("3")));

        assertThat(DataFile.read(file))
                .extracting(Row::item)
                .containsExactly(
                        new Spanned(Input.of("EU rejects"), List.of(new Gold(Field.TEXT, "ORG", 0, 2))),
                        new Spanned(Input.of("So"), List.of()));
        assertThat(chunks)
                .extracting(Row::item)
                .startsWith(new Spanned(
                        Input.of("EU rejects"),
                        List.of(new Gold(Field.TEXT, "NP", 0, 2), new Gold(Field.TEXT, "VP", 3, 10))));
    }

    @ParameterizedTest
    @CsvSource({"I-PER I-PER B-PER O", "B-PER I-PER B-PER O", "B-PER E-PER S-PER O", "B-PER L-PER U-PER O"})
    void shouldReadTheSameSpansFromEveryScheme(String tags) throws IOException {
        String[] parts = tags.split(" ");
        Path file = write("tags.conll", "\uD83D\uDC4B %s\nAda %s\nBo %s\nran %s\n".formatted((Object[]) parts));

        assertThat(items(file))
                .containsExactly(new Spanned(
                        Input.of("\uD83D\uDC4B Ada Bo ran"),
                        List.of(new Gold(Field.TEXT, "PER", 0, 6), new Gold(Field.TEXT, "PER", 7, 9))));
    }

    @Test
    void shouldReadTokensAndTagsFromJsonl() throws IOException {
        Path good = write("good.jsonl", "{\"tokens\":[\"Ada\",\"ran\"],\"tags\":[\"B-PER\",\"O\"]}\n");
        Path bad = write("short.jsonl", "{\"tokens\":[\"Ada\",\"ran\"],\"tags\":[\"B-PER\"]}\n");

        assertThat(items(good))
                .containsExactly(new Spanned(Input.of("Ada ran"), List.of(new Gold(Field.TEXT, "PER", 0, 3))));
        assertThatThrownBy(() -> DataFile.read(bad)).hasMessageContaining("short.jsonl, line 1: expected \"tags\"");
    }

    @Test
    void shouldReadLinesOfOneLabel() throws IOException {
        Path file = write("good.pos", "fine \n\nvery fine\n");

        assertThat(DataFile.lines(file, "positive", StandardCharsets.UTF_8))
                .extracting(Row::item)
                .containsExactly(
                        new Labelled(Input.of("fine"), "positive"), new Labelled(Input.of("very fine"), "positive"));
    }

    @Test
    void shouldReadTextsWhoseLabelsDoNotCount() throws IOException {
        Path table = write("texts.csv", "text\nhello\n");
        Path lines = write("texts.jsonl", "{\"text\":\"hello\"}\n");

        assertThat(DataFile.inputs(table, DataLayout.usual())).containsExactly(Input.of("hello"));
        assertThat(DataFile.inputs(lines, DataLayout.usual())).containsExactly(Input.of("hello"));
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

    private static DataLayout layout(Format format, Columns columns) {
        return new DataLayout(Optional.of(format), columns, StandardCharsets.UTF_8);
    }

    private static List<TrainingItem> items(Path file) {
        return DataFile.read(file).stream().map(Row::item).toList();
    }
}
