package io.postil.model.train;

import java.util.List;

/** Which weights a training changes. */
public sealed interface Fitting {

    /** All of them. */
    record Full() implements Fitting {}

    /** Those of the head; the encoder stays as it is. */
    record HeadOnly() implements Fitting {}

    /**
     * Low-rank parts of linear modules, and whole modules beside them; the rest stays as it is.
     *
     * @param rank of the parts
     * @param alpha the parts count alpha / rank
     * @param dropout before the parts, 0 to 1
     * @param targets ends of the names of the linear modules that get one; none for those that make queries and values
     * @param modulesToSave ends of the names of the modules trained whole, beside the classifier (and a pooler that the base lacks)
     * @see <a href="https://arxiv.org/abs/2106.09685">Hu et al. 2021</a>
     */
    record LowRank(int rank, double alpha, double dropout, List<String> targets, List<String> modulesToSave)
            implements Fitting {

        public LowRank {
            if (rank < 1 || alpha <= 0 || dropout < 0 || dropout >= 1) {
                throw new IllegalArgumentException("rank " + rank + ", alpha " + alpha + ", dropout " + dropout
                        + ", targets " + targets + " (expected rank from 1, alpha above 0, dropout from 0 below 1)");
            }
            targets = List.copyOf(targets);
            modulesToSave = List.copyOf(modulesToSave);
        }

        /** Rank 8, alpha 16, dropout 0.1, on query and value; the pooler, where there is one, is trained whole. */
        public static LowRank usual() {
            return new LowRank(8, 16, 0.1, List.of(), List.of("pooler"));
        }
    }
}
