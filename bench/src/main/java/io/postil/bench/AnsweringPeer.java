package io.postil.bench;

import io.postil.model.Agreement;
import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.DeviceName;
import io.postil.model.Input;
import io.postil.model.Numeric;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.torch.TorchClassifiers;
import io.postil.model.torch.TorchOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Answers all texts of a file whenever a line comes in on standard input, and prints the seconds that it took. */
final class AnsweringPeer {

    private AnsweringPeer() {}

    /** Takes a checkpoint folder, a file with a text a line, and a numeric mode. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        List<Input> inputs = Files.readAllLines(Path.of(arguments[1])).stream()
                .map(Input::of)
                .toList();
        TorchOptions options = new TorchOptions(1, DeviceName.CPU, Numeric.of(arguments[2]), Agreement.USUAL);
        int workers = Runtime.getRuntime().availableProcessors();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Classifier classifier = new TorchClassifiers(BaseModels.none(), options)
                        .open(Path.of(arguments[0]), new ModelName("bench", "1", ""));
                AnsweringLoop loop = new AnsweringLoop(classifier, workers)) {
            System.out.println("ready " + classifier.info().running());
            while (in.readLine() != null) {
                long start = System.nanoTime();
                int answered = loop.answer(inputs);
                System.out.println((System.nanoTime() - start) / 1e9 + " " + answered);
            }
        }
    }
}
