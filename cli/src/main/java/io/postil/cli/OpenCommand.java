package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.privacy.replace.UnmaskingException;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.SealException;
import io.postil.privacy.seal.Unsealer;
import io.postil.schemas.Bytes;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Original;
import io.postil.schemas.SealContext;
import io.postil.schemas.UtteranceCodec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens sealed records for who holds the key. */
@Command(
        name = "open",
        description = {
            "Opens sealed records for who holds the key, one JSON line each: originals by utterance id, or dead letters; with "
                    + "--policy, the policy that the stream masks by, what comes back in annotations; with --input and --policy, "
                    + "lines that mask made with a reversible policy. The keys of conversations are read from their topic.",
            "A record that cannot be opened is printed with its error; exit code 1 then."
        },
        mixinStandardHelpOptions = true)
final class OpenCommand implements java.util.concurrent.Callable<Integer> {
    enum Kind {
        ORIGINALS,
        ANNOTATIONS,
        DEAD_LETTERS
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Mixin
    private PolicyOptions policies;

    @Option(names = "--input", paramLabel = "FILE", description = "Lines that mask made; - for standard input.")
    private Path input;

    @Option(names = "--kind", defaultValue = "ORIGINALS", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Kind kind;

    @Parameters(
            paramLabel = "UTTERANCE",
            arity = "0..*",
            description = "Utterance ids; without any, all that are kept.")
    private Set<String> utterances = Set.of();

    private Unsealer unsealer;
    private boolean failed;

    @Override
    public Integer call() {
        if (policies.keys() == null) {
            throw new UsageException("--keys: not given (expected a key file)");
        }
        if (input != null) {
            return openLines();
        }
        unsealer = new Unsealer(KeyRing.read(policies.keys()), new KeyTopic(connection)::find);
        switch (kind) {
            case ORIGINALS -> openOriginals();
            case ANNOTATIONS -> openAnnotations();
            case DEAD_LETTERS -> openDeadLetters();
        }
        return failed ? 1 : 0;
    }

    private void openOriginals() {
        TopicScan.each(connection, connection.topics().originals(), (key, original) -> {
            if (original != null && isWanted(original.getUtteranceId())) {
                print(RecordJson.of(original), "utterance", () -> utterance(original));
            }
        });
    }

    private void openAnnotations() {
        var opening = new OpenedAnnotation(policies.policy(), unsealer);
        TopicScan.each(connection, connection.topics().annotations(), (key, annotation) -> {
            if (annotation != null && isWanted(annotation.getUtteranceId())) {
                print(RecordJson.of(annotation), "opened", () -> opening.of(annotation));
            }
        });
    }

    private void openDeadLetters() {
        TopicScan.each(connection, connection.topics().deadLetters(), (key, letter) -> {
            if (letter != null) {
                print(RecordJson.of(letter), "value", () -> value(letter));
            }
        });
    }

    private boolean isWanted(String utteranceId) {
        return utterances.isEmpty() || utterances.contains(utteranceId);
    }

    private int openLines() {
        MaskedLines lines = new MaskedLines(policies.conversations(policies.policy()));
        PrintWriter out = spec.commandLine().getOut();
        JsonLines.read(input, MaskedLines::checked).forEach(line -> out.println(RecordJson.line(lines.open(line))));
        out.flush();
        return lines.failed() ? 1 : 0;
    }

    private ObjectNode utterance(Original original) {
        byte[] context = SealContext.utterance(original.getUtteranceId());
        return RecordJson.of(UtteranceCodec.decode(unsealer.open(Bytes.of(original.getSealed()), context)));
    }

    private com.fasterxml.jackson.databind.JsonNode value(DeadLetter letter) {
        if (letter.getSealed() == null) {
            return RecordJson.MAPPER.nullNode();
        }
        byte[] context = SealContext.deadLetter(letter.getTopic(), letter.getPartition(), letter.getOffset());
        return RecordJson.MAPPER.getNodeFactory().binaryNode(unsealer.open(Bytes.of(letter.getSealed()), context));
    }

    private void print(
            ObjectNode row,
            String field,
            java.util.function.Supplier<? extends com.fasterxml.jackson.databind.JsonNode> opened) {
        row.remove("sealed");
        try {
            row.set(field, opened.get());
        } catch (SealException | UnmaskingException e) {
            row.put("error", e.getMessage());
            failed = true;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(RecordJson.line(row));
        out.flush();
    }
}
