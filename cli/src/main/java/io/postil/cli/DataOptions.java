package io.postil.cli;

import io.postil.model.data.Columns;
import io.postil.model.data.DataFile;
import io.postil.model.data.DataLayout;
import io.postil.model.data.Format;
import io.postil.model.data.Row;
import io.postil.model.data.Split;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Labelled data, which may lie in several files. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "[LABEL=]FILE",
            description =
                    "JSONL, CSV, TSV or CoNLL, plain or gzip; LABEL=FILE is one text a line, all of that label. May be "
                            + "repeated.")
    private List<String> data = List.of();

    @Mixin
    private LayoutOptions layout;

    boolean given() {
        return !data.isEmpty();
    }

    /** The rows of all files, in the order of the command line. */
    List<Row> rows() {
        if (data.isEmpty()) {
            throw new UsageException("--data: not given (expected a file)");
        }
        return rows(data);
    }

    /** The rows of other files, read in the same way. */
    List<Row> rows(List<String> files) {
        List<Row> rows = new ArrayList<>();
        files.forEach(value -> rows.addAll(read(value)));
        return rows;
    }

    /** The files of the command line. */
    List<String> files() {
        return data;
    }

    /** The one file, where no more can be read. */
    Path file() {
        if (data.size() != 1) {
            throw new UsageException("--data: " + data.size() + " files (expected one)");
        }
        return Path.of(data.get(0));
    }

    /** What a report says of what it judges. */
    Map<String, Object> about(String model, Split split) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("model", model);
        about.put("data", names());
        about.put("data_digest", digest());
        about.put("split", split == null ? "all" : split.name().toLowerCase(Locale.ROOT));
        return about;
    }

    /** The names of the files, for people. */
    String names() {
        return names(data);
    }

    String names(List<String> files) {
        return files.stream().map(value -> file(value).getFileName().toString()).collect(Collectors.joining(", "));
    }

    /** SHA-256 over the bytes of all files. */
    String digest() {
        return digest(data);
    }

    String digest(List<String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String value : files) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file(value)), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new InputException("--data: cannot be read: " + e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private List<Row> read(String value) {
        DataLayout how = layout.layout();
        return isLabelled(value)
                ? DataFile.lines(file(value), value.substring(0, value.indexOf('=')), how.charset())
                : DataFile.read(file(value), how);
    }

    private static Path file(String value) {
        return Path.of(isLabelled(value) ? value.substring(value.indexOf('=') + 1) : value);
    }

    private static boolean isLabelled(String value) {
        return value.indexOf('=') > 0 && !Files.exists(Path.of(value));
    }

    /** How files of texts are read. */
    static final class LayoutOptions {
        @Option(
                names = "--format",
                description = "${COMPLETION-CANDIDATES}; by the file's name and first line where it is not given.")
        private Format format;

        @Option(
                names = "--charset",
                defaultValue = "UTF-8",
                description = "The files' character set (${DEFAULT-VALUE}).")
        private Charset charset;

        @Option(names = "--delimiter", description = "Between the columns of a CSV or TSV file; tab is a tab.")
        private String delimiter;

        @Option(
                names = "--no-header",
                description = "The first line of a CSV or TSV file is a row like others; columns are named 1, 2, 3, ….")
        private boolean noHeader;

        @Option(
                names = "--text-column",
                paramLabel = "NAME",
                description = "The text's; of CoNLL the token's, by number.")
        private String text;

        @Option(names = "--pair-column", paramLabel = "NAME", description = "The second text's, of a pair.")
        private String pair;

        @Option(
                names = "--label-column",
                paramLabel = "NAME",
                description = "The label's; of CoNLL the tag's, by number.")
        private String label;

        @Option(names = "--conversation-column", paramLabel = "NAME", description = "The conversation's.")
        private String conversation;

        @Option(names = "--language-column", paramLabel = "NAME", description = "The language's.")
        private String language;

        DataLayout layout() {
            Columns columns = Columns.usual();
            columns = text == null ? columns : columns.withText(text);
            columns = pair == null ? columns : columns.withPair(pair);
            columns = label == null ? columns : columns.withLabel(label);
            columns = conversation == null ? columns : columns.withConversation(conversation);
            columns = language == null ? columns : columns.withLanguage(language);
            columns = noHeader ? columns.withoutHeader() : columns;
            columns = delimiter == null ? columns : columns.delimitedBy(character(delimiter));
            return new DataLayout(Optional.ofNullable(format), columns, charset);
        }

        private static char character(String delimiter) {
            if (delimiter.equals("tab") || delimiter.equals("\\t")) {
                return '\t';
            }
            if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
                throw new UsageException("--delimiter: '" + delimiter + "' (expected one character, or tab)");
            }
            return delimiter.charAt(0);
        }
    }
}
