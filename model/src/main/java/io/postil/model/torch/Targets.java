package io.postil.model.torch;

import io.postil.model.text.Encoded;
import io.postil.model.text.TagSet;
import io.postil.model.text.TokenLabels;
import io.postil.model.text.Tokenizer;
import io.postil.model.text.Truncation;
import io.postil.model.train.LearnerOptions.Alignment;
import io.postil.model.train.TrainingItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A batch of training items as numbers: tokens, and for each row of logits the label it should have had. */
final class Targets {
    private final Batch batch;
    private final long[] labels;

    private Targets(Batch batch, long[] labels) {
        this.batch = batch;
        this.labels = labels;
    }

    Batch batch() {
        return batch;
    }

    long[] labels() {
        return labels;
    }

    /** Turns items into targets for a model with these labels. */
    record Maker(
            Tokenizer tokenizer,
            List<String> names,
            Alignment alignment,
            int longest,
            Truncation.Cut cut,
            int padTokenId) {

        Targets of(List<? extends TrainingItem> items) {
            List<Encoded> rows = new ArrayList<>();
            for (TrainingItem item : items) {
                rows.add(Truncation.longestFirst(tokenizer.encode(item.input()), longest, cut));
            }
            Batch batch = Batch.of(rows, padTokenId);
            if (items.get(0) instanceof TrainingItem.Labelled) {
                return new Targets(batch, items.stream().mapToLong(this::label).toArray());
            }
            long[] labels = new long[batch.rows() * batch.columns()];
            Arrays.fill(labels, TokenLabels.IGNORED);
            TokenLabels tokenLabels = new TokenLabels(new TagSet(names), alignment);
            for (int row = 0; row < rows.size(); row++) {
                int[] own = tokenLabels.of(rows.get(row), spans(items.get(row)));
                for (int i = 0; i < own.length; i++) {
                    labels[row * batch.columns() + i] = own[i];
                }
            }
            return new Targets(batch, labels);
        }

        private long label(TrainingItem item) {
            if (!(item instanceof TrainingItem.Labelled labelled)) {
                throw new IllegalArgumentException("an item with spans among items with labels");
            }
            int label = names.indexOf(labelled.label());
            if (label < 0) {
                throw new IllegalArgumentException(
                        "no label '" + labelled.label() + "' (expected one of " + names + ")");
            }
            return label;
        }

        private static List<TrainingItem.Gold> spans(TrainingItem item) {
            if (!(item instanceof TrainingItem.Spanned spanned)) {
                throw new IllegalArgumentException("an item with a label among items with spans");
            }
            return spanned.spans();
        }
    }
}
