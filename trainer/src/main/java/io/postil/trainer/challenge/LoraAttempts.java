package io.postil.trainer.challenge;

import io.postil.model.ClassifierFactory;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.data.Split;
import io.postil.model.evaluate.Evaluation;
import io.postil.model.store.StoredCheckpoint;
import io.postil.model.torch.TorchLearners;
import io.postil.model.train.Fitting;
import io.postil.model.train.Learner;
import io.postil.model.train.LearnerOptions;
import io.postil.model.train.Mix;
import io.postil.model.train.Replay;
import io.postil.model.train.Training;
import io.postil.model.train.TrainingException;
import io.postil.model.train.TrainingItem;
import io.postil.model.train.TrainingPlan;
import io.postil.model.train.Validation;
import io.postil.trainer.parts.Task;
import io.postil.trainer.runs.Attempt;
import io.postil.trainer.runs.Attempts;
import io.postil.trainer.runs.RunData;
import io.postil.trainer.runs.RunData.Corrected;
import io.postil.trainer.runs.RunFailedException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Goes on training the champion, on old items beside the corrections, and compares what comes of it with the champion as the
 * stream serves it.
 */
public final class LoraAttempts implements Attempts {
    private final Learners learners;
    private final ClassifierFactory classifiers;
    private final LearningSettings settings;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** Low-rank parts as they are usual, with the PyTorch engine. */
    public LoraAttempts(TorchLearners learners, ClassifierFactory classifiers, LearningSettings settings) {
        this(lowRank(learners, settings.seed()), classifiers, settings);
    }

    public LoraAttempts(Learners learners, ClassifierFactory classifiers, LearningSettings settings) {
        this.learners = learners;
        this.classifiers = classifiers;
        this.settings = settings;
    }

    private static Learners lowRank(TorchLearners learners, long seed) {
        var options = LearnerOptions.of(Fitting.LowRank.usual(), seed);
        return folder -> learners.resume(folder, options);
    }

    @Override
    public Attempt make(Task task, StoredCheckpoint champion, RunData data) {
        var items = mixed(data, task.name(), Split.TRAIN, settings.replay());
        if (items.isEmpty()) {
            throw new RunFailedException("there is nothing to train with");
        }
        var learner = learners.resume(champion.folder());
        try {
            new Training(plan(task), new RunWatch(task.name(), stopped::get))
                    .run(learner, items, validation(task, data));
            return new TrainedAttempt(learner, champion, items, compare(champion, learner, data, task));
        } catch (OutOfMemoryError e) {
            learner.close();
            throw e;
        } catch (RuntimeException e) {
            // The native library has errors of many types; whichever it is, this run is over and the next may do
            // better.
            learner.close();
            throw e instanceof RunFailedException failed ? failed : failure(e);
        }
    }

    private static RunFailedException failure(RuntimeException e) {
        return new RunFailedException(e instanceof TrainingException ? e.getMessage() : "training broke off: " + e, e);
    }

    @Override
    public void stop() {
        stopped.set(true);
    }

    private Attempt.Findings compare(StoredCheckpoint champion, Learner challenger, RunData data, Task task) {
        var name = new ModelName(champion.task(), champion.version(), champion.digest());
        try (var classifier = classifiers.open(champion.folder(), name)) {
            return new Comparison(asked(classifier::classify), asked(challenger::classify), settings.gate())
                    .of(data, task.name());
        }
    }

    private Answers asked(Function<List<Input>, List<Prediction>> model) {
        return new Answers(model, stopped::get);
    }

    private Validation validation(Task task, RunData data) {
        var items = mixed(data, task.name(), Split.VALIDATION, settings.replay());
        return items.isEmpty()
                ? Validation.NONE
                : learner ->
                        Evaluation.of(items, asked(learner::classify).to(items)).metrics();
    }

    /** Old items, and the corrections as often as gives them their share. */
    private List<TrainingItem> mixed(RunData data, String task, Split split, int most) {
        var corrections = data.corrected(split).stream().map(Corrected::item).toList();
        var all = data.corrected().stream().map(Corrected::item).toList();
        var old = Replay.choose(data.replay().items(task, split), all, most, settings.seed());
        return Mix.of(old, corrections, settings.share(), settings.repeats());
    }

    private TrainingPlan plan(Task task) {
        return new TrainingPlan(
                settings.epochs(),
                settings.batchSize(),
                settings.learningRate(),
                settings.warmUpShare(),
                settings.decay(),
                settings.patience(),
                task.head() == Head.SEQUENCE ? "accuracy" : "f1",
                settings.seed());
    }
}
