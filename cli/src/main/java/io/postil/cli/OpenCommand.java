package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.SealException;
import io.postil.privacy.seal.Sealer;
import io.postil.schemas.DeadLetter;
import io.postil.schemas.Original;
import io.postil.schemas.SealContext;
import io.postil.schemas.UtteranceCodec;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
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
                    + "--input and --policy, lines that mask made with a reversible policy.",
            "A record that cannot be opened is printed with its error; exit code 1 then."
        },
        mixinStandardHelpOptions = true)
final class OpenCommand implements java.util.concurrent.Callable<Integer> {
    enum Kind {
        ORIGINALS,
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

    private Sealer sealer;
    private boolean failed;

    @Override
    public Integer call() {
        if (policies.keys() == null) {
            throw new UsageException("--keys: not given (expected a key file)");
        }
        if (input != null) {
            return openLines();
        }
        sealer = new Sealer(KeyRing.read(policies.keys()));
        if (kind == Kind.ORIGINALS) {
            TopicScan.each(connection, connection.topics().originals(), (key, original) -> {
                if (original != null && (utterances.isEmpty() || utterances.contains(original.getUtteranceId()))) {
                    print(RecordJson.of(original), "utterance", () -> utterance(original));
                }
            });
        } else {
            TopicScan.each(connection, connection.topics().deadLetters(), (key, letter) -> {
                if (letter != null) {
                    print(RecordJson.of(letter), "value", () -> value(letter));
                }
            });
        }
        return failed ? 1 : 0;
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
        return RecordJson.of(UtteranceCodec.decode(sealer.open(bytes(original.getSealed()), context)));
    }

    private com.fasterxml.jackson.databind.JsonNode value(DeadLetter letter) {
        if (letter.getSealed() == null) {
            return RecordJson.MAPPER.nullNode();
        }
        byte[] context = SealContext.deadLetter(letter.getTopic(), letter.getPartition(), letter.getOffset());
        return RecordJson.MAPPER.getNodeFactory().binaryNode(sealer.open(bytes(letter.getSealed()), context));
    }

    private void print(
            ObjectNode row,
            String field,
            java.util.function.Supplier<? extends com.fasterxml.jackson.databind.JsonNode> opened) {
        row.remove("sealed");
        try {
            row.set(field, opened.get());
        } catch (SealException e) {
            row.put("error", e.getMessage());
            failed = true;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(RecordJson.line(row));
        out.flush();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
