package io.postil.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed page of {@code docs} that the code prints. {@code new DocPage("docs/topics.md").mustBe(text)} fails when the
 * file differs; with {@code -Dpostil.docs.update=true} it writes the file instead.
 */
public final class DocPage {

    private static final String UPDATE = "postil.docs.update";

    private final String name;
    private final Path file;
    private final boolean update;

    /**
     * A page of this repository.
     *
     * @param name its path from the root, with forward slashes
     */
    public DocPage(String name) {
        this(Repository.root(), name, Boolean.getBoolean(UPDATE));
    }

    DocPage(Path root, String name, boolean update) {
        this.name = name;
        this.file = root.resolve(name);
        this.update = update;
    }

    /**
     * Compares the page with the text.
     *
     * @throws AssertionError if the file is not there or holds anything else, naming the first line that differs
     */
    public void mustBe(String text) {
        try {
            if (update) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } else {
                compare(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(String text) throws IOException {
        String found = Files.exists(file) ? Files.readString(file) : "";
        if (found.equals(text)) {
            return;
        }
        String[] expectedLines = text.split("\n", -1);
        String[] foundLines = found.split("\n", -1);
        int line = 0;
        while (line < Math.min(expectedLines.length, foundLines.length)
                && expectedLines[line].equals(foundLines[line])) {
            line++;
        }
        throw new AssertionError(
                "%s is not what the code prints; first difference in line %d:%n  file: %s%n  code: %s%n"
                                .formatted(name, line + 1, at(foundLines, line), at(expectedLines, line))
                        + "run this test again with -D" + UPDATE + "=true to write the page, and commit it");
    }

    private static String at(String[] lines, int index) {
        return index < lines.length ? lines[index] : "(ends)";
    }
}
