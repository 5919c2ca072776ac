package io.postil.cli;

import io.postil.model.text.Aggregation;
import io.postil.model.torch.SpanRule;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the labels of tokens become spans. */
final class AggregationOptions {
    @Option(
            names = "--aggregation",
            description =
                    "Spans as transformers' token-classification pipeline makes them: ${COMPLETION-CANDIDATES}; the most "
                            + "probable allowed sequence of tags where it is not given.")
    private Aggregation aggregation;

    @Option(
            names = "--ignore-labels",
            split = ",",
            paramLabel = "LABEL",
            defaultValue = "O",
            description = "With --aggregation: labels that make no span (${DEFAULT-VALUE}).")
    private List<String> ignored;

    SpanRule rule() {
        return Optional.ofNullable(aggregation)
                .<SpanRule>map(strategy -> new SpanRule.Aggregated(strategy, ignored))
                .orElseGet(SpanRule.Constrained::new);
    }
}
