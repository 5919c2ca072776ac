package io.postil.model.text;

import io.postil.model.Field;

/** The words of one text: where each lies, and the log-probabilities of its first token. */
final class Words {
    private final int[] starts;
    private final int[] ends;
    private final double[] scores;
    private final int labels;
    private int count;

    private Words(int most, int labels) {
        this.starts = new int[most];
        this.ends = new int[most];
        this.scores = new double[Math.multiplyExact(most, labels)];
        this.labels = labels;
    }

    /** Tokens that stand for no character are passed over. */
    static Words of(Field field, Encoded tokens, Logits logits) {
        Words words = new Words(tokens.count(field), logits.labels());
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isOf(field, token) && tokens.start(token) < tokens.end(token)) {
                words.add(tokens, token, logits);
            }
        }
        return words;
    }

    private void add(Encoded tokens, int token, Logits logits) {
        if (tokens.continuesWord(token) && count > 0) {
            ends[count - 1] = Math.max(ends[count - 1], tokens.end(token));
        } else {
            starts[count] = tokens.start(token);
            ends[count] = tokens.end(token);
            logits.logProbabilities(token, scores, count * labels);
            count++;
        }
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    double score(int word, int label) {
        return scores[word * labels + label];
    }
}
