package io.postil.trainer.intake;

import io.postil.schemas.Correction;

/** The key of an example: utterance id, a slash, task. A task's name has no slash, so the last slash parts them. */
public final class ExampleKey {

    private ExampleKey() {}

    public static String of(String utteranceId, String task) {
        return utteranceId + "/" + task;
    }

    static String of(Correction correction) {
        return of(correction.getUtteranceId(), correction.getTask());
    }
}
