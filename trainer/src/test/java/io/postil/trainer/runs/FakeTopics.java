package io.postil.trainer.runs;

import io.postil.privacy.seal.WrappedKey;
import io.postil.schemas.Checkpoint;
import io.postil.schemas.Example;
import io.postil.schemas.Receipt;
import io.postil.schemas.Rollout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What stands in the topics, whichever trainer comes and goes. */
final class FakeTopics {
    final List<Checkpoint> checkpoints = new ArrayList<>();
    final List<Rollout> rollouts = new ArrayList<>();
    final List<Receipt> receipts = new ArrayList<>();
    /** By their ids; one that is forgotten is not there. */
    final Map<String, WrappedKey> keys = new HashMap<>();
    /** Keys of examples that were deleted. */
    final List<String> erased = new ArrayList<>();

    private final List<Consumer<Ledger>> records = new ArrayList<>();
    private long examples;

    void write(Example example) {
        long offset = examples++;
        var key = example.getUtteranceId() + "/" + example.getTask();
        records.add(ledger -> ledger.example(key, example, 0, offset));
    }

    void write(Rollout rollout) {
        rollouts.add(rollout);
        records.add(ledger -> ledger.rollout(rollout));
    }

    private void write(Publication publication) {
        checkpoints.add(publication.checkpoint());
        records.add(ledger -> ledger.checkpoint(publication.checkpoint()));
        publication.rollout().ifPresent(this::write);
        receipts.addAll(publication.receipts());
    }

    /** A trainer's view that reads from the beginning. */
    Log open() {
        return new Log();
    }

    /** Runs something at a moment of a publication, such as a death. */
    final class Log implements TrainerLog {
        Runnable beforeCommit = () -> {};
        Runnable afterCommit = () -> {};
        /** Whether nothing new can be read yet. */
        boolean lags;

        private int read;

        @Override
        public void follow(Ledger ledger) {
            if (lags) {
                return;
            }
            records.subList(read, records.size()).forEach(record -> record.accept(ledger));
            read = records.size();
        }

        @Override
        public void publish(Publication publication) {
            beforeCommit.run();
            write(publication);
            afterCommit.run();
        }

        @Override
        public Map<String, WrappedKey> keys(Set<String> ids) {
            Map<String, WrappedKey> found = new HashMap<>(FakeTopics.this.keys);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public void erase(Collection<String> examples) {
            erased.addAll(examples);
            examples.forEach(key -> records.add(ledger -> ledger.example(key, null, 0, FakeTopics.this.examples++)));
        }

        @Override
        public void close() {}
    }
}
