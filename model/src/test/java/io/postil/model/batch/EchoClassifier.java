package io.postil.model.batch;

import io.postil.model.Classifier;
import io.postil.model.ClassifierException;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each text with itself, fails on "bad", and remembers its batches and whether it was used when it must not be. */
final class EchoClassifier implements Classifier {
    private final ModelInfo info;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger users = new AtomicInteger();
    final List<List<String>> batches = new CopyOnWriteArrayList<>();
    final AtomicBoolean usedAfterClose = new AtomicBoolean();
    final AtomicBoolean closedInUse = new AtomicBoolean();

    EchoClassifier(String version) {
        info = new ModelInfo("dialogue-act", version, "digest of " + version, Head.SEQUENCE, List.of());
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public List<Prediction> answer(List<? extends Prepared> prepared) {
        List<Input> inputs = Prepared.inputs(prepared);
        users.incrementAndGet();
        usedAfterClose.compareAndSet(false, closed.get());
        batches.add(inputs.stream().map(Input::text).toList());
        try {
            return inputs.stream().map(EchoClassifier::echo).toList();
        } finally {
            users.decrementAndGet();
        }
    }

    private static Prediction echo(Input input) {
        if (input.text().equals("bad")) {
            throw new ClassifierException("cannot read it");
        }
        return new Prediction.Labelled(input.text(), 1, Map.of(), input.text().length());
    }

    @Override
    public Prepared prepare(Input input) {
        usedAfterClose.compareAndSet(false, closed.get());
        if (input.text().equals("uncountable")) {
            throw new ClassifierException("cannot count it");
        }
        return Prepared.of(input, input.text().length());
    }

    @Override
    public void close() {
        closed.set(true);
        closedInUse.compareAndSet(false, users.get() > 0);
    }
}
