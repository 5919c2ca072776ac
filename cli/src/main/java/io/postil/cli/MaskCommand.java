package io.postil.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Classifier;
import io.postil.model.ClassifierException;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.torch.TorchClassifiers;
import io.postil.privacy.Finding;
import io.postil.privacy.Masked;
import io.postil.privacy.Masker;
import io.postil.privacy.MaskingException;
import io.postil.privacy.rules.Rules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Masked texts for a file of texts. */
@Command(
        name = "mask",
        description = {
            "{\"text\"} per line in; {\"text\": masked, \"spans\":[{type,start,end,score,source,replacement}]} per line out.",
            "A text that fails closed gives {\"error\": reason} in its place, and exit code 1 at the end."
        },
        mixinStandardHelpOptions = true)
final class MaskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFolder models;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            defaultValue = "entities",
            description =
                    "A checkpoint folder of an entity model, or a task's name for its starter model (${DEFAULT-VALUE}).")
    private String model;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "JSON lines; - for standard input.")
    private Path input;

    private final Masker masker = new Masker(Rules.standard());
    private boolean failed;

    @Override
    public Integer call() {
        List<String> texts = JsonLines.read(input, line -> JsonLines.text(line, "text"));
        PrintWriter out = spec.commandLine().getOut();
        TorchClassifiers factory = new TorchClassifiers(models.bases(), models.options());
        try (Classifier classifier = factory.open(models.folder(model), new ModelName("entities", model, ""))) {
            texts.forEach(text -> out.println(RecordJson.line(line(classifier, text))));
        }
        out.flush();
        return failed ? 1 : 0;
    }

    private ObjectNode line(Classifier classifier, String text) {
        try {
            return json(masker.mask(text, findings(classifier, text)));
        } catch (MaskingException | ClassifierException e) {
            failed = true;
            return RecordJson.MAPPER.createObjectNode().put("error", e.getMessage());
        }
    }

    private List<Finding> findings(Classifier classifier, String text) {
        Prediction prediction = classifier.classify(List.of(Input.of(text))).get(0);
        if (!(prediction instanceof Prediction.Tagged tagged)) {
            throw new UsageException("--model: " + model + " labels whole texts (expected an entity model)");
        }
        if (tagged.coveredChars() < text.length()) {
            throw new MaskingException(
                    "the model read " + tagged.coveredChars() + " of " + text.length() + " code units");
        }
        return tagged.entities().stream()
                .map(entity -> new Finding(
                        entity.type(), entity.start(), entity.end(), entity.score(), Finding.Source.MODEL, model))
                .toList();
    }

    private static ObjectNode json(Masked masked) {
        ObjectNode node = RecordJson.MAPPER.createObjectNode().put("text", masked.text());
        ArrayNode spans = node.putArray("spans");
        for (Masked.Span span : masked.spans()) {
            Finding finding = span.finding();
            spans.addObject()
                    .put("type", finding.type())
                    .put("start", finding.start())
                    .put("end", finding.end())
                    .put("score", finding.score())
                    .put("source", finding.source().name().toLowerCase(Locale.ROOT))
                    .put("replacement", span.replacement());
        }
        return node;
    }
}
