package io.postil.model.batch;

import io.postil.model.Classifier;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.Prepared;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Answers many inputs on the caller's thread, batch by batch, and gives the answers in the order of the inputs. */
public final class InBatches {

    private InBatches() {}

    /** Answers with a classifier, planned by its tokens; budget and count are those of {@link BatchPlan}. */
    public static List<Prediction> classify(Classifier classifier, List<Input> inputs, int budget, int count) {
        List<Prepared> prepared = inputs.stream().map(classifier::prepare).toList();
        return classify(classifier::answer, prepared, Prepared::tokens, budget, count);
    }

    /** Answers with anything that answers batches, planned by any size of an input. */
    public static <T> List<Prediction> classify(
            Function<List<T>, List<Prediction>> model, List<T> inputs, ToIntFunction<T> size, int budget, int count) {
        Prediction[] answers = new Prediction[inputs.size()];
        List<Integer> positions = IntStream.range(0, inputs.size()).boxed().toList();
        for (List<Integer> batch :
                BatchPlan.of(positions, position -> size.applyAsInt(inputs.get(position)), budget, count)) {
            List<Prediction> answered =
                    model.apply(batch.stream().map(inputs::get).toList());
            for (int i = 0; i < batch.size(); i++) {
                answers[batch.get(i)] = answered.get(i);
            }
        }
        return Arrays.asList(answers);
    }
}
