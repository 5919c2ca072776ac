package io.postil.cli;

import io.postil.schemas.Correction;
import io.postil.schemas.Receipt;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Corrections in, receipts out. */
@Command(name = "feedback", description = "Corrections in, receipts out.", mixinStandardHelpOptions = true)
final class FeedbackCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing required subcommand: send or status");
    }

    @Command(
            description = {
                "Sends corrections and prints their ids, one JSON line each. A line of the input is",
                "{\"utteranceId\",\"task\", one of \"label\", \"spans\":[{\"type\",\"start\",\"end\",\"field\"?}], \"confirmed\":true,",
                "\"id\"?, \"annotator\"?, \"coordinates\"?:\"MASKED\"|\"ORIGINAL\", \"modelVersion\"?}. The whole file is checked "
                        + "before anything is sent."
            },
            mixinStandardHelpOptions = true)
    int send(
            @Mixin Connection connection,
            @Option(
                            names = "--input",
                            required = true,
                            paramLabel = "FILE",
                            description = "JSON lines; - for standard input.")
                    Path input,
            @Option(
                            names = "--annotator",
                            defaultValue = "${sys:user.name}",
                            description = "Who says so, where a line does not name somebody (${DEFAULT-VALUE}).")
                    String annotator)
            throws InterruptedException {
        List<Correction> corrections = JsonLines.read(input, line -> CorrectionLine.read(line, annotator));
        var topic = connection.topics().feedback();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (Producer<String, Correction> producer = connection.producer(topic)) {
            corrections.forEach(correction -> sent.add(
                    producer.send(new ProducerRecord<>(topic.name(), correction.getUtteranceId(), correction))));
            producer.flush();
        }
        return report(corrections, sent);
    }

    private int report(List<Correction> corrections, List<Future<RecordMetadata>> sent) throws InterruptedException {
        int code = 0;
        for (int i = 0; i < sent.size(); i++) {
            var row = RecordJson.MAPPER
                    .createObjectNode()
                    .put("id", corrections.get(i).getId());
            try {
                RecordMetadata stored = sent.get(i).get();
                row.put("partition", stored.partition()).put("offset", stored.offset());
            } catch (ExecutionException e) {
                row.put("error", e.getCause().getMessage());
                code = 1;
            }
            out().println(RecordJson.line(row));
        }
        out().flush();
        return code;
    }

    @Command(
            description =
                    "Prints the receipts of a correction, oldest first, one JSON line each; exit code 1 where there is none yet.",
            mixinStandardHelpOptions = true)
    int status(@Mixin Connection connection, @Parameters(paramLabel = "ID") String id) {
        List<Receipt> receipts = new ArrayList<>();
        TopicScan.each(connection, connection.topics().receipts(), (key, receipt) -> {
            if (receipt != null && receipt.getCorrectionId().equals(id)) {
                receipts.add(receipt);
            }
        });
        receipts.forEach(receipt -> out().println(RecordJson.line(receipt)));
        out().flush();
        if (receipts.isEmpty()) {
            spec.commandLine().getErr().println("no receipt for correction " + id + " yet");
        }
        return receipts.isEmpty() ? 1 : 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
