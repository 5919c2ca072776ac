package io.postil.starter;

import java.util.Optional;

/** One message of a sample conversation; every person, place and number in it is invented. */
public record SampleTurn(
        String conversation, String speaker, String text, Optional<String> textPair, String language) {}
