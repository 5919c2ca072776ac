package io.postil.trainer.runs;

import io.postil.privacy.seal.KeyRing;
import io.postil.privacy.seal.Unsealer;
import io.postil.privacy.seal.WrappedKey;
import io.postil.trainer.parts.ReplayData;
import io.postil.trainer.parts.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run may still know: examples of conversations that were forgotten are deleted before the others are opened. */
final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final TrainerLog log;
    private final KeyRing master;
    private final ReplayData replay;

    Memory(TrainerLog log, KeyRing master, ReplayData replay) {
        this.log = log;
        this.master = master;
        this.replay = replay;
    }

    /** The task's examples, opened. */
    RunData open(Task task, TaskLedger ledger) {
        var keys = log.keys(wanted(ledger));
        var forgotten = forgotten(ledger, keys.keySet());
        if (!forgotten.isEmpty()) {
            log.erase(forgotten);
            LOG.atInfo()
                    .setMessage("Examples of forgotten conversations are deleted")
                    .addKeyValue("task", task.name())
                    .addKeyValue("examples", forgotten.size())
                    .log();
        }
        var left = ledger.without(forgotten);
        return opener(keys).open(task, left, replay).forgot(forgotten.size());
    }

    private ExampleOpener opener(Map<String, WrappedKey> keys) {
        return new ExampleOpener(new Unsealer(master, id -> Optional.ofNullable(keys.get(id))));
    }

    private static Set<String> wanted(TaskLedger ledger) {
        Set<String> ids = new HashSet<>();
        ledger.examples().values().forEach(noted -> ExampleOpener.conversationKey(noted.example())
                .ifPresent(ids::add));
        return ids;
    }

    private static List<String> forgotten(TaskLedger ledger, Set<String> known) {
        return ledger.examples().entrySet().stream()
                .filter(entry -> ExampleOpener.conversationKey(entry.getValue().example())
                        .filter(id -> !known.contains(id))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }
}
