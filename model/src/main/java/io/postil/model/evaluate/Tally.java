package io.postil.model.evaluate;

/** Counts for one label or type, while a report is made. */
final class Tally {
    private long right;
    private long predicted;
    private long gold;

    void addRight() {
        right++;
    }

    void addPredicted() {
        predicted++;
    }

    void addGold() {
        gold++;
    }

    void add(Tally other) {
        right += other.right;
        predicted += other.predicted;
        gold += other.gold;
    }

    Score score() {
        return Score.of(right, predicted, gold);
    }
}
