package io.postil.model.torch;

/**
 * What the {@code step} of {@link TrainingScript} takes.
 *
 * @param rows of the table that the whole step touches
 * @param weight of all labels of the whole step, which the loss is divided by
 */
record StepPart(
        Targets targets,
        LabelWeights importance,
        Rows rows,
        double weight,
        double learningRate,
        boolean first,
        boolean last) {

    Batch batch() {
        return rows.in(targets.batch());
    }

    float[] numbers() {
        return new float[] {(float) weight, (float) learningRate, first ? 1 : 0, last ? 1 : 0};
    }
}
