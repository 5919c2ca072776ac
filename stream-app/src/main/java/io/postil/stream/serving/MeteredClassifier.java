package io.postil.stream.serving;

import io.postil.model.Classifier;
import io.postil.model.Input;
import io.postil.model.ModelInfo;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import io.postil.stream.metrics.StreamMetrics;
import java.time.Duration;
import java.util.List;

/** Tells the metrics what a classifier does. Owns it. Threading: as the classifier. */
final class MeteredClassifier implements Classifier {
    private final Classifier classifier;
    private final StreamMetrics metrics;
    private final String task;

    MeteredClassifier(Classifier classifier, StreamMetrics metrics) {
        this.classifier = classifier;
        this.metrics = metrics;
        this.task = classifier.info().task();
    }

    @Override
    public ModelInfo info() {
        return classifier.info();
    }

    @Override
    public Prepared prepare(Input input) {
        Prepared prepared = classifier.prepare(input);
        metrics.tokens(task, prepared.tokens());
        return prepared;
    }

    @Override
    public List<Prediction> answer(List<? extends Prepared> inputs) {
        long start = System.nanoTime();
        try {
            return classifier.answer(inputs);
        } finally {
            metrics.batch(task, inputs.size(), Duration.ofNanos(System.nanoTime() - start));
            metrics.padding(task, classifier.padding());
        }
    }

    @Override
    public double padding() {
        return classifier.padding();
    }

    @Override
    public void close() {
        classifier.close();
    }
}
