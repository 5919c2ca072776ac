package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.registry.PlainSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was ever released can be read for ever. {@code src/main/history/NAME/vN.avsc} are the versions; with
 * {@code -Dpostil.history.add=true} a changed schema is added to them.
 */
final class HistoryTest {

    private static final Path HISTORY = Path.of(System.getProperty("postil.root"), "schemas", "src", "main", "history");

    static Stream<Schema> schemas() {
        return new Topics("")
                .all().stream().map(topic -> plain(SpecificData.get().getSchema(topic.type())));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldReadWhatEveryVersionHasWritten(Schema current) throws IOException {
        for (Path version : versions(current)) {
            SchemaCompatibilityResult result = SchemaCompatibility.checkReaderWriterCompatibility(
                            current, parse(version))
                    .getResult();

            assertThat(result.getIncompatibilities())
                    .as("%s must read what %s has written", current.getName(), version)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void shouldKeepEveryChangeInTheHistory(Schema current) throws IOException {
        List<Path> versions = versions(current);
        Path next = HISTORY.resolve(current.getName()).resolve("v" + (versions.size() + 1) + ".avsc");

        boolean kept =
                !versions.isEmpty() && parse(versions.get(versions.size() - 1)).equals(current);
        if (!kept && Boolean.getBoolean("postil.history.add")) {
            Files.createDirectories(next.getParent());
            Files.writeString(next, SchemaFormatter.format("json/pretty", current) + "\n");
            return;
        }

        assertThat(kept)
                .as(
                        "%s has changed: run this test with -Dpostil.history.add=true, and commit %s",
                        current.getName(), next)
                .isTrue();
    }

    private static List<Path> versions(Schema schema) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> HISTORY.resolve(schema.getName()).resolve("v" + number + ".avsc"))
                .takeWhile(Files::exists)
                .toList();
    }

    private static Schema parse(Path file) throws IOException {
        return new Schema.Parser().parse(Files.readString(file));
    }

    private static Schema plain(Schema schema) {
        return new Schema.Parser().parse(PlainSchema.text(schema));
    }
}
