package io.postil.trainer.intake;

import io.postil.privacy.seal.Unsealer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;

/** Brings what arrives to the {@link Desk}, and has it give up on what has waited too long. */
final class Judge extends ContextualProcessor<String, Arrival, String, Outcome> {
    private static final Duration KEY_CHECK = Duration.ofSeconds(1);

    private final IntakePlan plan;
    private Desk desk;

    Judge(IntakePlan plan) {
        this.plan = plan;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        super.init(context);
        var stores = new IntakeStores(context, plan.wires(), plan.envelopes(), plan.window());
        TimestampedKeyValueStore<String, byte[]> table = context.getStateStore(Intake.KEYS);
        var keys = new KeyTable(table, plan.wires().keys());
        desk = new Desk(stores, plan.judge(), new Unsealer(plan.keys(), keys::find), plan.patience(), plan.metrics());
        context.schedule(plan.patienceCheck(), PunctuationType.WALL_CLOCK_TIME, this::giveUp);
        context.schedule(KEY_CHECK, PunctuationType.WALL_CLOCK_TIME, this::keysMayHaveCome);
    }

    @Override
    public void process(Record<String, Arrival> arrived) {
        var now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        tell(outcomes(arrived.key(), arrived.value(), now), now, Trail.trace(arrived.headers()));
    }

    private List<Outcome> outcomes(String utteranceId, Arrival arrival, Instant now) {
        if (arrival instanceof Arrival.Corrected corrected) {
            return desk.correct(corrected, now);
        }
        if (arrival instanceof Arrival.Sent sent) {
            return desk.arrive(utteranceId, sent.original(), now);
        }
        desk.forget(utteranceId, now);
        return List.of();
    }

    private void giveUp(long millis) {
        var now = Instant.ofEpochMilli(millis);
        tell(desk.giveUp(now), now, new RecordHeaders());
    }

    private void keysMayHaveCome(long millis) {
        var now = Instant.ofEpochMilli(millis);
        tell(desk.keysMayHaveCome(now), now, new RecordHeaders());
    }

    private void tell(List<Outcome> outcomes, Instant now, Headers headers) {
        outcomes.forEach(
                outcome -> context().forward(new Record<>(outcome.key(), outcome, now.toEpochMilli(), headers)));
    }

    @Override
    public void close() {
        desk.leave();
    }
}
