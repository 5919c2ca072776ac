package io.postil.bench;

import io.postil.model.Head;
import io.postil.model.torch.TorchLearners;
import io.postil.model.torch.TorchOptions;
import io.postil.model.train.Fitting;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.starter.BundledBase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Writes all-MiniLM-L6-v2 with a new head of 31 labels, as a Hugging Face folder that every peer opens. */
final class BenchCheckpoint {
    private static final int LABELS = 31;

    private BenchCheckpoint() {}

    /** Takes the folder to write, and one to unpack the base into. */
    public static void main(String[] arguments) throws IOException {
        BundledBase base = new BundledBase(Path.of(arguments[1]));
        List<String> labels =
                IntStream.range(0, LABELS).mapToObj(label -> "label-" + label).toList();
        LearnerOptions options = LearnerOptions.of(new Fitting.Full(), 1);
        try (Learner learner = new TorchLearners(base, TorchOptions.singleThread())
                .begin(base.folder().toString(), Head.SEQUENCE, labels, options)) {
            learner.save(Path.of(arguments[0]));
        }
    }
}
