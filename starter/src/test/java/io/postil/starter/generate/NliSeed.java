package io.postil.starter.generate;

import java.util.List;

/** A hand-written premise with one hypothesis for each label. */
record NliSeed(String language, String premise, String entailment, String neutral, String contradiction) {

    List<NliPair> pairs(String conversation) {
        return List.of(
                new NliPair(conversation, premise, entailment, "entailment", language),
                new NliPair(conversation, premise, neutral, "neutral", language),
                new NliPair(conversation, premise, contradiction, "contradiction", language));
    }
}
