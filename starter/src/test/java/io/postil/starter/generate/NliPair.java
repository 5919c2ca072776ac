package io.postil.starter.generate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One line of the NLI data set. The three pairs of a premise share a conversation. */
record NliPair(
        String conversation,
        String text,
        @JsonProperty("text_pair") String hypothesis,
        String label,
        String language) {}
