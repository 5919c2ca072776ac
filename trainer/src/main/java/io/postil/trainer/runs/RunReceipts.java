package io.postil.trainer.runs;

import io.postil.schemas.Example;
import io.postil.schemas.Fate;
import io.postil.schemas.Receipt;
import io.postil.schemas.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The receipts of a promoted version. A refused one changes no correction's fate: its examples are read again by the next
 * run, and have their receipts from the version that is promoted.
 *
 * @param version that was promoted
 * @param measured by example key, those held out that champion and challenger were compared on
 */
record RunReceipts(String version, Map<String, Attempt.Measured> measured, Instant now) {

    /**
     * @param read what the run had before it
     * @param standing what the topics say at its end: a correction that was superseded meanwhile has its receipt
     */
    List<Receipt> of(TaskLedger read, TaskLedger standing) {
        Set<String> fresh = new HashSet<>();
        read.unpromoted().forEach(noted -> fresh.add(noted.example().getCorrectionId()));
        List<Receipt> receipts = new ArrayList<>();
        read.examples().forEach((key, noted) -> {
            var example = noted.example();
            if (stands(standing.examples().get(key), example)) {
                add(receipts, key, example, fresh.contains(example.getCorrectionId()));
            }
        });
        return receipts;
    }

    private static boolean stands(NotedExample now, Example read) {
        return now != null && now.example().getCorrectionId().equals(read.getCorrectionId());
    }

    private void add(List<Receipt> receipts, String key, Example example, boolean fresh) {
        if (example.getSplit() != Split.HELD_OUT) {
            if (fresh) {
                receipts.add(receipt(example, Fate.TRAINED));
            }
            return;
        }
        var measure = measured.get(key);
        if (measure != null && (fresh || measure.champion() != measure.challenger())) {
            receipts.add(receipt(example, measure.challenger() ? Fate.FIXED : Fate.STILL_WRONG));
        }
    }

    private Receipt receipt(Example example, Fate fate) {
        return Receipt.newBuilder()
                .setCorrectionId(example.getCorrectionId())
                .setUtteranceId(example.getUtteranceId())
                .setTask(example.getTask())
                .setFate(fate)
                .setVersion(version)
                .setAt(now)
                .build();
    }
}
