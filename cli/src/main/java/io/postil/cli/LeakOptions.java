package io.postil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Classifier;
import io.postil.model.ClassifierException;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.torch.TorchClassifiers;
import io.postil.privacy.Finder;
import io.postil.privacy.Masked;
import io.postil.privacy.Masker;
import io.postil.privacy.MaskingException;
import io.postil.privacy.leaks.LabelledText;
import io.postil.privacy.leaks.LabelledText.Span;
import io.postil.privacy.leaks.LeakPage;
import io.postil.privacy.leaks.LeakReport;
import io.postil.privacy.policy.Operator;
import io.postil.privacy.policy.Policy;
import io.postil.privacy.replace.Conversations;
import io.postil.privacy.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much personal data leaks through masking: options, and the measuring. */
final class LeakOptions {
    @Mixin
    private PolicyOptions policies;

    @Option(
            names = "--entity-model",
            paramLabel = "DIR",
            defaultValue = "entities",
            description =
                    "With --leaks: what masks beside the rules; a folder, a starter model's name, or none (${DEFAULT-VALUE}).")
    private String model;

    @Option(
            names = "--types",
            split = ",",
            paramLabel = "THEIRS=OURS",
            description = "With --leaks: what the data's types are called here, such as GPE=LOCATION.")
    private Map<String, String> types = new HashMap<>();

    @Option(
            names = "--leak-page",
            paramLabel = "FILE",
            description = "With --leaks: the figures as a page of HTML as well.")
    private Path page;

    /** The report on a file of {@code {"text","spans":[{type,start,end}],"language"?}} lines. */
    Map<String, Object> report(Path data, ModelFolder models) {
        Policy policy = policies.policy();
        Conversations conversations = policies.conversations(policy);
        List<LabelledText> texts = JsonLines.read(data, this::labelled);
        Map<String, Object> report;
        if (model.equals("none")) {
            report = measure(texts, policy, conversations, text -> List.of());
        } else {
            TorchClassifiers factory = new TorchClassifiers(models.bases(), models.options());
            try (Classifier classifier = factory.open(models.folder(model), new ModelName("entities", model, ""))) {
                report = measure(texts, policy, conversations, new ModelFindings(classifier, model));
            }
        }
        writePage(report);
        return report;
    }

    private static Map<String, Object> measure(
            List<LabelledText> texts, Policy policy, Conversations conversations, Finder model) {
        Masker masker = new Masker(Rules.standard());
        LeakReport report = new LeakReport();
        for (LabelledText text : texts) {
            try {
                var conversation = conversations.of(UUID.randomUUID().toString());
                report.add(text, masks(masker.mask(text.text(), model.find(text.text()), conversation), policy));
            } catch (MaskingException | ClassifierException e) {
                report.addFailedClosed();
            }
        }
        return report.json();
    }

    /** What is kept is not masked. */
    private static List<Span> masks(Masked masked, Policy policy) {
        return masked.spans().stream()
                .map(Masked.Span::finding)
                .filter(finding -> policy.of(finding.type())
                        .filter(ofType -> !(ofType.operator() instanceof Operator.Keep))
                        .isPresent())
                .map(finding -> new Span(finding.type(), finding.start(), finding.end()))
                .toList();
    }

    private LabelledText labelled(ObjectNode line) {
        String text = JsonLines.text(line, "text");
        List<Span> spans = new ArrayList<>();
        for (JsonNode span : line.path("spans")) {
            String type = span.path("type").asText();
            int start = span.path("start").asInt(-1);
            int end = span.path("end").asInt(-1);
            if (type.isEmpty() || start < 0 || end <= start || end > text.length()) {
                throw new UsageException("\"spans\" has " + type + " [" + start + ", " + end + ") in a text of "
                        + text.length() + " code units (expected type, start, end)");
            }
            spans.add(new Span(types.getOrDefault(type, type), start, end));
        }
        return new LabelledText(
                text, spans, Optional.of(JsonLines.textOr(line, "language", "")).filter(l -> !l.isEmpty()));
    }

    private void writePage(Map<String, Object> report) {
        if (page != null) {
            try {
                Files.writeString(page, LeakPage.of(report));
            } catch (IOException e) {
                throw new InputException("--leak-page: " + page + " cannot be written: " + e);
            }
        }
    }
}
