package io.postil.stream.serving;

import io.postil.model.CheckpointException;
import io.postil.model.Classifier;
import io.postil.model.ClassifierException;
import io.postil.model.ClassifierFactory;
import io.postil.model.ClassifierFactory.ModelName;
import io.postil.model.Head;
import io.postil.model.store.CheckpointStore;
import io.postil.model.store.StoreException;
import io.postil.model.store.StoredCheckpoint;
import io.postil.stream.metrics.StreamMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches versions from the store, verified, and opens them, warmed. */
final class ModelLoader {

    /** What came of it. */
    sealed interface Loading {

        /** The caller owns the classifier. */
        record Loaded(Classifier classifier) implements Loading {}

        /** Names the version, and what is wrong with it. */
        record Refused(String problem) implements Loading {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);
    private static final String ENTITIES = "entities";

    private final CheckpointStore store;
    private final ClassifierFactory factory;
    private final StreamMetrics metrics;

    ModelLoader(CheckpointStore store, ClassifierFactory factory, StreamMetrics metrics) {
        this.store = store;
        this.factory = factory;
        this.metrics = metrics;
    }

    /**
     * Never throws for what is wrong with a checkpoint, and what a broken one makes a native library throw is not a closed set,
     * hence every runtime exception: a version that cannot be loaded must not take down the one that answers.
     */
    Loading load(String task, String version) {
        try {
            StoredCheckpoint found = store.open(task, version);
            Classifier classifier = factory.open(found.folder(), new ModelName(task, version, found.digest()));
            return checked(new MeteredClassifier(classifier, metrics));
        } catch (CheckpointException | StoreException | ClassifierException e) {
            return refused(task, version, e.getMessage());
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("task", task)
                    .addKeyValue("version", version)
                    .log("A model cannot be opened");
            return refused(task, version, e.toString());
        }
    }

    /** Masking reads spans and nothing else; every other task reads labels. */
    private Loading checked(Classifier classifier) {
        var model = classifier.info();
        Head expected = model.task().equals(ENTITIES) ? Head.TOKENS : Head.SEQUENCE;
        if (model.head() == expected) {
            return new Loading.Loaded(classifier);
        }
        classifier.close();
        return refused(model.task(), model.version(), "its head is " + model.head() + ", expected " + expected);
    }

    private Loading refused(String task, String version, String problem) {
        metrics.loadFailed(task);
        return new Loading.Refused(task + " " + version + ": " + problem);
    }
}
