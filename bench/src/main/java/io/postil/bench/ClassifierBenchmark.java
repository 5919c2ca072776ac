package io.postil.bench;

import io.postil.model.Agreement;
import io.postil.model.Classifier;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.DeviceName;
import io.postil.model.Input;
import io.postil.model.Numeric;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.torch.TorchClassifiers;
import io.postil.model.torch.TorchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a batch of 64 texts costs: tokenising alone, and answering what is tokenised, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ClassifierBenchmark {
    private static final List<String> WORDS =
            List.of("we", "should", "meet", "before", "the", "train", "leaves", "la", "gare", "demain", "matin", "non");

    /** The numbers to compute with. */
    @Param({"fp32", "int8"})
    public String numeric;

    private Classifier classifier;
    private List<Input> inputs;
    private List<Prepared> prepared;

    @Setup
    public void open() throws IOException {
        Path folder = Files.createTempDirectory("postil-bench");
        BenchCheckpoint.main(new String[] {
            folder.resolve("checkpoint").toString(), folder.resolve("base").toString()
        });
        Numeric mode = Numeric.valueOf(numeric.toUpperCase(Locale.ROOT));
        TorchOptions options = new TorchOptions(1, DeviceName.CPU, mode, Agreement.USUAL);
        classifier = new TorchClassifiers(BaseModels.none(), options)
                .open(folder.resolve("checkpoint"), new ModelName("bench", "1", ""));
        Random random = new Random(1);
        inputs = IntStream.range(0, 64).mapToObj(i -> Input.of(text(random))).toList();
        prepared = inputs.stream().map(classifier::prepare).toList();
    }

    private static String text(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(50))
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    /** Tokens of 64 texts. */
    @Benchmark
    public List<Prepared> tokenise() {
        return inputs.stream().map(classifier::prepare).toList();
    }

    /** Answers to 64 texts. */
    @Benchmark
    public List<Prediction> answer() {
        return classifier.answer(prepared);
    }

    @TearDown
    public void close() {
        classifier.close();
    }
}
