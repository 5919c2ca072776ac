package io.postil.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Input;
import io.postil.model.Numeric;
import io.postil.model.Prediction;
import io.postil.model.batch.InBatches;
import io.postil.model.data.DataFile;
import io.postil.model.torch.RawPredictions;
import io.postil.model.torch.TorchClassifiers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predictions for a file of texts. */
@Command(
        name = "predict",
        description =
                "{\"text\",\"text_pair\"?} per line in, predictions per line out, in the same order. On failure nothing is "
                        + "printed to standard output.",
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFolder models;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "A checkpoint folder, or the name of a task for its starter model.")
    private String model;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "JSONL, or CSV, TSV or CoNLL whose labels do not count; - for JSON lines on standard input.")
    private Path input;

    @Mixin
    private DataOptions.LayoutOptions layout;

    @Option(
            names = "--raw",
            description =
                    "Token ids, spans and logits in fp32 instead, without windows, cut at the tokenizer's maximum length.")
    private boolean raw;

    @Override
    public Integer call() {
        List<Input> inputs = input.toString().equals("-")
                ? JsonLines.read(input, PredictCommand::input)
                : DataFile.inputs(input, layout.layout());
        List<ObjectNode> answers = raw ? raw(inputs) : predictions(inputs);
        PrintWriter out = spec.commandLine().getOut();
        answers.forEach(answer -> out.println(RecordJson.line(answer)));
        out.flush();
        return 0;
    }

    static Input input(ObjectNode line) {
        return new Input(JsonLines.text(line, "text"), Optional.ofNullable(JsonLines.textOr(line, "text_pair", null)));
    }

    private List<ObjectNode> raw(List<Input> inputs) {
        try (RawPredictions predictions = RawPredictions.open(models.folder(model), models.bases(), models.options())) {
            List<ObjectNode> answers = new ArrayList<>();
            inputs.forEach(item -> answers.add(predictions.predict(item).json()));
            return answers;
        }
    }

    private List<ObjectNode> predictions(List<Input> inputs) {
        TorchClassifiers factory = new TorchClassifiers(models.bases(), models.answering(Numeric.AUTO));
        try (Classifier classifier = factory.open(models.folder(model), new ModelName(model, model, ""))) {
            models.say(spec, classifier);
            return InBatches.classify(classifier, inputs, models.limits()).stream()
                    .map(PredictCommand::json)
                    .toList();
        }
    }

    private static ObjectNode json(Prediction prediction) {
        ObjectNode node = RecordJson.MAPPER.createObjectNode();
        if (prediction instanceof Prediction.Labelled labelled) {
            node.put("label", labelled.label()).put("score", labelled.score());
            labelled.scores().forEach(node.putObject("scores")::put);
        } else if (prediction instanceof Prediction.Tagged tagged) {
            ArrayNode entities = node.putArray("entities");
            tagged.entities().forEach(entity -> entities.addObject()
                    .put("field", entity.field().name().toLowerCase(Locale.ROOT))
                    .put("type", entity.type())
                    .put("start", entity.start())
                    .put("end", entity.end())
                    .put("score", entity.score()));
        }
        return node.put("covered_chars", prediction.coveredChars());
    }
}
