package io.postil.testkit;

import io.postil.model.Classifier;
import io.postil.model.ClassifierException;
import io.postil.model.Entity;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A classifier that answers as its function says, the same for the same input, and keeps what it was asked. Threading: as a
 * {@link Classifier}.
 */
public final class FakeClassifier implements Classifier {

    private static final double SCORE = 0.9;

    private final ModelInfo info;
    private final Function<Input, Prediction> answer;
    private final List<List<Input>> calls = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    private FakeClassifier(ModelInfo info, Function<Input, Prediction> answer) {
        this.info = info;
        this.answer = answer;
    }

    /** Gives the label that the function names with score 0.9, and the rest of it to the others in equal parts. */
    public static FakeClassifier labelling(
            String task, String version, List<String> labels, Function<Input, String> label) {
        ModelInfo info = new ModelInfo(task, version, "digest-" + version, Head.SEQUENCE, labels);
        return new FakeClassifier(info, input -> labelled(labels, label.apply(input), input));
    }

    /** Finds the entities that the function names. */
    public static FakeClassifier tagging(String version, List<String> types, Function<Input, List<Entity>> entities) {
        ModelInfo info = new ModelInfo("entities", version, "digest-" + version, Head.TOKENS, types);
        return new FakeClassifier(info, input -> new Prediction.Tagged(entities.apply(input), chars(input)));
    }

    /** From now on each call fails, or no longer does. */
    public FakeClassifier failing(boolean fails) {
        failing.set(fails);
        return this;
    }

    /** The batches so far, in order. */
    public List<List<Input>> calls() {
        return List.copyOf(calls);
    }

    public boolean closed() {
        return closed.get();
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public List<Prediction> answer(List<? extends Prepared> prepared) {
        List<Input> inputs = Prepared.inputs(prepared);
        if (closed.get()) {
            throw new IllegalStateException("classifier " + info.version() + " was asked after it was closed");
        }
        calls.add(List.copyOf(inputs));
        if (failing.get()) {
            throw new ClassifierException("the fake fails because the test says so");
        }
        return inputs.stream().map(answer).toList();
    }

    /** One for each word and two special ones. */
    @Override
    public Prepared prepare(Input input) {
        int words = input.text().split("\\s+", -1).length;
        int pairs =
                input.textPair().map(pair -> pair.split("\\s+", -1).length + 1).orElse(0);
        return Prepared.of(input, words + pairs + 2);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            throw new IllegalStateException("classifier " + info.version() + " was closed twice");
        }
    }

    private static Prediction labelled(List<String> labels, String label, Input input) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (String other : labels) {
            scores.put(other, other.equals(label) ? SCORE : (1 - SCORE) / Math.max(1, labels.size() - 1));
        }
        return new Prediction.Labelled(label, SCORE, scores, chars(input));
    }

    private static int chars(Input input) {
        return input.text().length() + input.textPair().map(String::length).orElse(0);
    }
}
