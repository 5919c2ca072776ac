package io.postil.bench;

import io.postil.model.Agreement;
import io.postil.model.DeviceName;
import io.postil.model.Head;
import io.postil.model.Numeric;
import io.postil.model.checkpoint.BaseModels;
import io.postil.model.data.DataFile;
import io.postil.model.data.Row;
import io.postil.model.torch.TorchLearners;
import io.postil.model.torch.TorchOptions;
import io.postil.model.train.Fitting;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.Training;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingListener;
import io.postil.model.train.TrainingPlan;
import io.postil.model.train.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Postil's side of {@code compare.py}: trains as {@code postil train} does, for a number of steps after some that do not count, and
 * prints examples a second. Arguments: model folder, data file, lora or full, steps not counted, steps, seed, native threads.
 */
final class TrainingRate {
    private static final int BATCH = 16;

    private TrainingRate() {}

    public static void main(String[] arguments) {
        int warmUp = Integer.parseInt(arguments[3]);
        int steps = Integer.parseInt(arguments[4]);
        long seed = Long.parseLong(arguments[5]);
        boolean lora = arguments[2].equals("lora");
        List<TrainingItem> items =
                DataFile.read(Path.of(arguments[1])).stream().map(Row::item).toList();
        List<String> labels = items.stream()
                .map(item -> ((TrainingItem.Labelled) item).label())
                .distinct()
                .sorted()
                .toList();
        Fitting fitting =
                lora ? new Fitting.LowRank(8, 8, 0, List.of("query", "value"), List.of()) : new Fitting.Full();
        var learners = new TorchLearners(
                BaseModels.none(),
                new TorchOptions(Integer.parseInt(arguments[6]), DeviceName.CPU, Numeric.FP32, Agreement.USUAL));
        var plan = new TrainingPlan(1, BATCH, lora ? 1e-3 : 1e-4, 0.06, TrainingPlan.Decay.LINEAR, 1, "accuracy", seed);
        Clock clock = new Clock(warmUp, steps);
        try (Learner learner = learners.begin(arguments[0], Head.SEQUENCE, labels, LearnerOptions.of(fitting, seed))) {
            new Training(plan, clock).run(learner, items, Validation.NONE);
        } catch (Enough e) {
            System.out.printf(
                    Locale.ROOT,
                    "{\"examples_per_second\": %.2f, \"threads\": %s, \"loss\": %.4f}%n",
                    steps * BATCH / ((clock.end - clock.start) / 1e9),
                    arguments[6],
                    clock.loss);
        }
    }

    /** Ends the training after the steps that are measured. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Clock implements TrainingListener {
        private final int warmUp;
        private final int steps;
        private long start;
        private long end;
        private double loss;

        Clock(int warmUp, int steps) {
            this.warmUp = warmUp;
            this.steps = steps;
        }

        @Override
        public void stepped(int step, double stepLoss) {
            loss += step > warmUp ? stepLoss / steps : 0;
            if (step == warmUp) {
                start = System.nanoTime();
            }
            if (step == warmUp + steps) {
                end = System.nanoTime();
                throw new Enough();
            }
        }
    }
}
