package io.postil.model.train;

/** The learning rate of each step: up in a line over the warm-up, then as the plan's decay says. */
record Schedule(TrainingPlan plan, int steps) {

    /** The rate of a step, counted from 0. */
    double rateAt(int step) {
        double warmUp = plan.warmUpShare() * steps;
        if (step + 1 <= warmUp) {
            return plan.learningRate() * (step + 1) / warmUp;
        }
        double gone = (step - warmUp) / Math.max(1, steps - warmUp);
        return plan.learningRate() * left(Math.min(1, Math.max(0, gone)));
    }

    private double left(double gone) {
        return switch (plan.decay()) {
            case LINEAR -> 1 - gone;
            case COSINE -> (1 + Math.cos(Math.PI * gone)) / 2;
            case CONSTANT -> 1;
        };
    }
}
