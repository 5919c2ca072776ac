package io.postil.privacy;

import java.util.List;

/** What becomes of findings: which of them count, and what stands in their places. One conversation's, for one thread. */
public interface Treatment {
    /** Every finding counts, and is replaced with its type. */
    Treatment TAGS = new Treatment() {
        @Override
        public List<Finding> choose(String text, List<Finding> findings) {
            return findings;
        }

        @Override
        public Replacement replace(Finding finding, String original) {
            return new Replacement(Tag.of(finding.type(), original), "tag");
        }
    };

    /**
     * The findings that count, and what else is known to be personal data in the text.
     *
     * @param findings in any order, may overlap, as may what is returned
     */
    List<Finding> choose(String text, List<Finding> findings);

    /**
     * What stands in the place of a span. Called for each span of a text in order.
     *
     * @throws MaskingException when there is nothing that could
     */
    Replacement replace(Finding finding, String original);
}
