package io.postil.trainer.intake;

import io.postil.privacy.seal.Unsealer;
import io.postil.schemas.Correction;
import io.postil.schemas.Example;
import io.postil.schemas.Fate;
import io.postil.schemas.Receipt;
import io.postil.schemas.Split;
import io.postil.trainer.intake.Arrival.Corrected;
import io.postil.trainer.intake.IntakeMetrics.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where corrections meet their utterances and each other. Threading: one stream task's, over that task's stores. */
final class Desk {
    private final IntakeStores stores;
    private final CorrectionJudge judge;
    private final Unsealer unsealer;
    private final Duration patience;
    private final IntakeMetrics metrics;
    private final Keyless keyless = new Keyless();
    private int waiting;

    /**
     * @param unsealer opens utterances
     * @param patience how long a correction waits for its utterance
     */
    Desk(IntakeStores stores, CorrectionJudge judge, Unsealer unsealer, Duration patience, IntakeMetrics metrics) {
        this.stores = stores;
        this.judge = judge;
        this.unsealer = unsealer;
        this.patience = patience;
        this.metrics = metrics;
        waits(stores.waiting());
    }

    List<Outcome> correct(Corrected corrected, Instant now) {
        var judgement = judged(corrected.correction(), now);
        if (judgement instanceof Judgement.Waits || judgement instanceof Judgement.Keyless) {
            stores.keepWaiting(corrected, now);
            waits(1);
        }
        if (judgement instanceof Judgement.Keyless) {
            keyless.await(corrected.correction().getUtteranceId(), now);
        }
        return outcomes(corrected.correction(), judgement, now);
    }

    /** An utterance has come, or come again: what waited for it is judged now. */
    List<Outcome> arrive(String utteranceId, byte[] original, Instant now) {
        stores.keepOriginal(utteranceId, original, now);
        return again(utteranceId, now);
    }

    /** Keys may have come: what waited for them is judged now, or given up. */
    List<Outcome> keysMayHaveCome(Instant now) {
        List<Outcome> outcomes = new ArrayList<>();
        for (String utteranceId : keyless.utterances()) {
            if (keyless.isLost(utteranceId, now)) {
                outcomes.addAll(giveUp(stores.takeWaiting(utteranceId), now));
                keyless.remove(utteranceId);
            } else {
                outcomes.addAll(again(utteranceId, now));
            }
        }
        return outcomes;
    }

    List<Outcome> giveUp(Instant now) {
        return giveUp(stores.takeWaitingSince(now.minus(patience)), now);
    }

    private List<Outcome> again(String utteranceId, Instant now) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Corrected corrected : stores.takeWaiting(utteranceId)) {
            waits(-1);
            outcomes.addAll(correct(corrected, now));
        }
        return outcomes;
    }

    /** They are judged once more, since their utterance may be there by now. */
    private List<Outcome> giveUp(List<Corrected> given, Instant now) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Corrected corrected : given) {
            waits(-1);
            var judgement = judged(corrected.correction(), now);
            outcomes.addAll(outcomes(corrected.correction(), last(judgement), now));
        }
        return outcomes;
    }

    /** Without what it waited for a correction is unsound. */
    private Judgement last(Judgement judgement) {
        if (judgement instanceof Judgement.Waits) {
            return new Judgement.Unsound("no such utterance within "
                    + patience.toString().substring(2).toLowerCase(Locale.ROOT));
        }
        return judgement instanceof Judgement.Keyless
                ? new Judgement.Unsound("the conversation of the utterance was forgotten")
                : judgement;
    }

    private Judgement judged(Correction correction, Instant now) {
        return judge.judge(correction, stores.original(correction.getUtteranceId(), now), unsealer, now);
    }

    private List<Outcome> outcomes(Correction correction, Judgement judgement, Instant now) {
        if (judgement instanceof Judgement.Unsound unsound) {
            return List.of(end(correction, Ending.REJECTED, Fate.REJECTED, unsound.reason(), now));
        }
        return judgement instanceof Judgement.Sound sound ? settle(correction, sound, now) : List.of();
    }

    void forget(String utteranceId, Instant now) {
        stores.forgetOriginal(utteranceId, now);
    }

    /** Another instance waits on from here. */
    void leave() {
        waits(-waiting);
    }

    private void waits(int change) {
        waiting += change;
        metrics.correctionsWaiting(change);
    }

    private List<Outcome> settle(Correction correction, Judgement.Sound sound, Instant now) {
        var example = sound.example();
        var key = ExampleKey.of(correction);
        var settlement = Settlement.of(example, stores.standing(key));
        if (settlement instanceof Settlement.Disagrees disagrees) {
            var reason = "another annotator says otherwise in correction "
                    + disagrees.standing().getCorrectionId();
            return List.of(end(correction, Ending.QUARANTINED, Fate.QUARANTINED, reason, now));
        }
        if (settlement instanceof Settlement.Agrees agrees) {
            return List.of(take(
                    correction,
                    agrees.standing(),
                    "says what correction " + agrees.standing().getCorrectionId() + " says, and shares its fate",
                    now));
        }
        List<Outcome> outcomes = new ArrayList<>();
        if (settlement instanceof Settlement.Supersedes supersedes) {
            outcomes.add(superseded(supersedes.standing(), correction, now));
        }
        stores.stand(key, example);
        metrics.exampleWritten(example.getSplit());
        sound.key().map(Outcome.Kept::new).ifPresent(outcomes::add);
        outcomes.add(new Outcome.Learned(example));
        outcomes.add(take(correction, example, "split: " + word(example.getSplit()), now));
        return outcomes;
    }

    private Outcome take(Correction correction, Example example, String reason, Instant now) {
        return example.getSplit() == Split.HELD_OUT
                ? end(correction, Ending.HELD_OUT, Fate.HELD_OUT, reason, now)
                : end(correction, Ending.ACCEPTED, Fate.ACCEPTED, reason, now);
    }

    private static Outcome superseded(Example standing, Correction by, Instant now) {
        return new Outcome.Told(Receipt.newBuilder()
                .setCorrectionId(standing.getCorrectionId())
                .setUtteranceId(standing.getUtteranceId())
                .setTask(standing.getTask())
                .setFate(Fate.REJECTED)
                .setReason("superseded by correction " + by.getId())
                .setAt(now)
                .build());
    }

    private Outcome end(Correction correction, Ending ending, Fate fate, String reason, Instant now) {
        metrics.correctionEnded(ending);
        return new Outcome.Told(Receipt.newBuilder()
                .setCorrectionId(correction.getId())
                .setUtteranceId(correction.getUtteranceId())
                .setTask(Hygiene.task(correction.getTask()))
                .setFate(fate)
                .setReason(reason)
                .setAt(now)
                .build());
    }

    private static String word(Split split) {
        return split.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
