package io.postil.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Classifier;
import io.postil.model.ClassifierException;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.torch.TorchClassifiers;
import io.postil.privacy.MaskingException;
import io.postil.privacy.policy.Policy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Masked texts for a file of texts. */
@Command(
        name = "mask",
        description = {
            "{\"text\"} per line in; {\"text\": masked, \"spans\":[{type,start,end,score,source,replacement,by,why?}]} per line out.",
            "Lines with the same \"conversation\" share pseudonyms; one without is a conversation of its own. \"text_pair\", "
                    + "\"speaker\" and \"attributes\" are treated as the policy says.",
            "A text that fails closed gives {\"error\": reason} in its place, and exit code 1 at the end."
        },
        mixinStandardHelpOptions = true)
final class MaskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFolder models;

    @Mixin
    private PolicyOptions policies;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            defaultValue = "entities",
            description =
                    "A checkpoint folder of an entity model, a task's name for its starter model (${DEFAULT-VALUE}), or "
                            + "none for rules alone.")
    private String model;

    @ArgGroup(multiplicity = "1")
    private Wanted wanted;

    private boolean failed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (wanted.printPolicy) {
            out.print(Policy.standardYaml());
            out.flush();
            return 0;
        }
        Policy policy = policies.policy();
        var conversations = policies.conversations(policy);
        List<ObjectNode> lines = JsonLines.read(wanted.input, MaskLine::checked);
        if (model.equals("none")) {
            print(lines, new MaskLine(policy, conversations, text -> List.of()), out);
        } else {
            TorchClassifiers factory = new TorchClassifiers(models.bases(), models.options());
            try (Classifier classifier = factory.open(models.folder(model), new ModelName("entities", model, ""))) {
                print(lines, new MaskLine(policy, conversations, new ModelFindings(classifier, model)), out);
            }
        }
        return failed ? 1 : 0;
    }

    private void print(List<ObjectNode> lines, MaskLine masking, PrintWriter out) {
        List<JsonNode> results =
                lines.stream().map(line -> result(line, masking)).toList();
        policies.save();
        results.forEach(result -> out.println(RecordJson.line(result)));
        out.flush();
    }

    private JsonNode result(ObjectNode line, MaskLine masking) {
        try {
            return masking.mask(line);
        } catch (MaskingException | ClassifierException e) {
            failed = true;
            return RecordJson.MAPPER.createObjectNode().put("error", e.getMessage());
        }
    }

    /** What is asked for. */
    static final class Wanted {
        @Option(names = "--input", paramLabel = "FILE", description = "JSON lines; - for standard input.")
        private Path input;

        @Option(names = "--print-policy", description = "Prints the default policy, to begin one's own with.")
        private boolean printPolicy;
    }
}
