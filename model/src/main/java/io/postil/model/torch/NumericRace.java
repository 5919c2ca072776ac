package io.postil.model.torch;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import io.postil.model.Agreement;
import io.postil.model.ClassifierException;
import io.postil.model.Numeric;
import io.postil.model.batch.BatchPlan;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;
import io.postil.model.text.Tokenizer;
import io.postil.model.torch.Running.Measured;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Opens a model in each numeric mode that the device may be fast with, lets all answer the same probes, and keeps the fastest that
 * agrees with 32-bit floats. Which one is fastest depends on the processor: see docs/decisions/numeric-modes.md.
 */
final class NumericRace {
    private static final int TOKENS_PER_CALL = 256;

    private final Checkpoint checkpoint;
    private final TorchOptions options;
    private final Device device;
    private final List<List<Encoded>> probes;
    private final Map<Numeric, TorchModule> modules = new EnumMap<>(Numeric.class);
    private final List<Measured> measured = new ArrayList<>();

    private NumericRace(Checkpoint checkpoint, TorchOptions options, Device device, List<Encoded> probes) {
        this.checkpoint = checkpoint;
        this.options = options;
        this.device = device;
        this.probes = BatchPlan.of(probes, Encoded::size, TOKENS_PER_CALL, probes.size());
    }

    /** The module that won, and the figures of all. */
    record Won(TorchModule module, Running running) {}

    static Won run(Checkpoint checkpoint, TorchOptions options, Device device, Tokenizer tokenizer) {
        int longest = checkpoint.config().encoder().maxTokens();
        return new NumericRace(checkpoint, options, device, Probes.encoded(tokenizer, longest)).run();
    }

    private Won run() {
        try {
            List<Logits> exact = enter(Numeric.FP32, List.of());
            for (Numeric rival : Processor.of(device).rivals()) {
                tryEnter(rival, exact);
            }
            Numeric best = Running.best(measured, options.agreement());
            return new Won(
                    modules.remove(best), new Running(best, Devices.name(device).name(), measured));
        } finally {
            modules.values().forEach(TorchModule::close);
        }
    }

    /** A mode that this build of the native library cannot run on this processor does not take part. */
    private void tryEnter(Numeric rival, List<Logits> exact) {
        try {
            enter(rival, exact);
        } catch (EngineException | ClassifierException e) {
            measured.add(new Measured(rival, 0, new Agreement(0, 1)));
        }
    }

    /** Measures a mode. The first passes of a module are slow, so one of the shortest probes is not timed. */
    private List<Logits> enter(Numeric numeric, List<Logits> exact) {
        TorchModule module = InferenceModule.load(checkpoint, options.threads(), device, numeric);
        modules.put(numeric, module);
        Scorer scorer = new Scorer(
                module, checkpoint.head(), checkpoint.config().encoder().padTokenId());
        scorer.score(probes.get(probes.size() - 1));
        scorer.score(probes.get(probes.size() - 1));
        long start = System.nanoTime();
        List<Logits> answers = answers(scorer);
        double seconds = (System.nanoTime() - start) / 1e9;
        int tokens =
                probes.stream().flatMap(List::stream).mapToInt(Encoded::size).sum();
        Agreement agreement = numeric == Numeric.FP32 ? new Agreement(1, 0) : Probes.agreement(exact, answers);
        measured.add(new Measured(numeric, tokens / seconds, agreement));
        return answers;
    }

    private List<Logits> answers(Scorer scorer) {
        return probes.stream().flatMap(batch -> scorer.score(batch).stream()).toList();
    }
}
