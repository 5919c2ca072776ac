package io.postil.testkit;

import io.postil.schemas.Utterance;
import java.time.Instant;

/** Utterances in the words of the domain: {@code Utterances.saying("good morning").inConversation("c1").build()}. */
public final class Utterances {

    private final Utterance.Builder builder;

    private Utterances(String text) {
        builder = Utterance.newBuilder()
                .setId("u-" + Integer.toHexString(text.hashCode()))
                .setText(text);
    }

    /** The id follows from the text unless another is set. */
    public static Utterances saying(String text) {
        return new Utterances(text);
    }

    /** A premise and its hypothesis. */
    public static Utterances claiming(String premise, String hypothesis) {
        var utterances = new Utterances(premise);
        utterances.builder.setTextPair(hypothesis);
        return utterances;
    }

    public Utterances withId(String id) {
        builder.setId(id);
        return this;
    }

    public Utterances inConversation(String conversation) {
        builder.setConversationId(conversation);
        return this;
    }

    public Utterances by(String speaker) {
        builder.setSpeaker(speaker);
        return this;
    }

    public Utterances in(String language) {
        builder.setLanguage(language);
        return this;
    }

    public Utterances sentAt(Instant instant) {
        builder.setSentAt(instant);
        return this;
    }

    public Utterance build() {
        return builder.build();
    }
}
