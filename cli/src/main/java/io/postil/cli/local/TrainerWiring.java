package io.postil.cli.local;

import io.postil.model.Numeric;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.checkpoint.ModelConfig;
import io.postil.model.data.Row;
import io.postil.model.data.Split;
import io.postil.model.torch.TorchClassifiers;
import io.postil.model.torch.TorchLearners;
import io.postil.model.torch.TorchOptions;
import io.postil.model.train.TrainingItem;
import io.postil.starter.BundledBase;
import io.postil.starter.StarterCheckpoints;
import io.postil.starter.StarterData;
import io.postil.trainer.TrainerParts;
import io.postil.trainer.challenge.LearningSettings;
import io.postil.trainer.challenge.LoraAttempts;
import io.postil.trainer.parts.StarterModels;
import io.postil.trainer.parts.Task;
import java.nio.file.Path;
import java.util.List;

/** Puts a trainer together from the starter models and the PyTorch engine. */
public final class TrainerWiring {
    private TrainerWiring() {}

    /**
     * Its parts, with the starter models' tasks. Versions are compared, and read back, in fp32, as they are trained.
     *
     * @param cache where the starter models are unpacked, to see their labels
     */
    public static TrainerParts parts(BundledBase base, Path cache, TorchOptions options, LearningSettings learning) {
        TorchClassifiers classifiers = new TorchClassifiers(base, options.with(Numeric.FP32));
        return new TrainerParts(
                starters(base, cache),
                TrainerWiring::items,
                classifiers,
                new LoraAttempts(new TorchLearners(base, options), classifiers, learning));
    }

    private static StarterModels starters(BundledBase base, Path cache) {
        StarterCheckpoints starters = new StarterCheckpoints(base);
        List<StarterModels.StarterModel> models = StarterCheckpoints.TASKS.stream()
                .map(name -> new StarterModels.StarterModel(
                        task(
                                name,
                                Checkpoint.open(starters.unpack(name, cache), base)
                                        .config()),
                        BundledBase.NAME,
                        starters.files(name)))
                .toList();
        return () -> models;
    }

    private static Task task(String name, ModelConfig config) {
        return Task.of(name, config.head().orElseThrow(), name.equals("nli"), config.labels());
    }

    private static List<TrainingItem> items(String task, Split split) {
        return StarterData.rows(task).stream()
                .filter(row -> row.split() == split)
                .map(Row::item)
                .toList();
    }
}
