package io.postil.cli.docs;

import io.postil.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page in Markdown: the commands that it shows, the links that it has, the headings that can be linked to. */
record Page(String name, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:sh|bash)?\\n(.*?)^```$");
    private static final Pattern INDENTED = Pattern.compile("(?m)^ {4}(?! )((?:.*\\\\\\n)*.*)$");
    private static final Pattern INLINE = Pattern.compile("`(postil [^`]+|\\./postil [^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static Page read(String name) {
        try {
            return new Page(name, Files.readString(Repository.root().resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page that people wrote: those in the root, in docs, and each module's. */
    static List<Page> all() {
        try (Stream<Path> files = Files.walk(Repository.root(), 4)) {
            return files.map(file ->
                            Repository.root().relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".md") && !name.contains("target/") && !name.startsWith("data/"))
                    .filter(name -> !name.contains("/src/") && !name.contains(".venv"))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of shell, continued lines joined. */
    List<String> shell() {
        List<String> lines = new ArrayList<>();
        Stream.concat(BLOCK.matcher(text).results(), INDENTED.matcher(text).results())
                .flatMap(match -> match.group(1).replaceAll("\\\\\\n\\s*", " ").lines())
                .map(String::strip)
                .forEach(lines::add);
        return lines;
    }

    /** Commands named within a sentence, perhaps without all that they need. */
    List<String> mentioned() {
        return INLINE.matcher(text)
                .results()
                .map(match -> match.group(1).replaceAll("\\s+", " "))
                .toList();
    }

    List<String> links() {
        return LINK.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** As GitHub makes anchors of headings. */
    Set<String> anchors() {
        return HEADING.matcher(text)
                .results()
                .map(match -> match.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return name;
    }
}
