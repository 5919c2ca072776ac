package io.postil.trainer.challenge;

import io.postil.model.Prediction;
import io.postil.model.data.Split;
import io.postil.model.evaluate.Evaluation;
import io.postil.model.evaluate.Outcome;
import io.postil.model.gate.Gate;
import io.postil.model.gate.GateRules;
import io.postil.model.gate.Move;
import io.postil.model.gate.Trial;
import io.postil.model.gate.Verdict;
import io.postil.model.train.TrainingItem;
import io.postil.trainer.runs.Attempt.Findings;
import io.postil.trainer.runs.Attempt.Measured;
import io.postil.trainer.runs.RunData;
import io.postil.trainer.runs.RunData.Corrected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Champion and challenger on the same held-out items, corrections apart from older ones. */
record Comparison(Answers champion, Answers challenger, GateRules rules) {

    Findings of(RunData data, String task) {
        var corrected = data.corrected(Split.HELD_OUT);
        var items = corrected.stream().map(Corrected::item).toList();
        var older = data.replay().items(task, Split.HELD_OUT);
        Pair onCorrections = pair(items);
        Pair onOlder = pair(older);
        Verdict verdict = new Gate(rules).judge(onCorrections.trials(), onOlder.trials(), moves(data));
        Map<String, Double> metrics = new HashMap<>();
        onCorrections.addTo(metrics, "corrections");
        onOlder.addTo(metrics, "older");
        return new Findings(
                verdict instanceof Verdict.Promote, verdict.reason(), metrics, measured(corrected, onCorrections));
    }

    /** Counted on what was trained with: what is held out must not excuse itself. */
    private Map<Move, Integer> moves(RunData data) {
        var items = data.corrected(Split.TRAIN).stream().map(Corrected::item).toList();
        return Move.count(items, champion.to(items));
    }

    private Pair pair(List<TrainingItem> items) {
        return new Pair(items, champion.to(items), challenger.to(items));
    }

    private static Map<String, Measured> measured(List<Corrected> corrected, Pair pair) {
        Map<String, Measured> measured = new HashMap<>();
        for (int i = 0; i < corrected.size(); i++) {
            var item = pair.items().get(i);
            var before = Outcome.of(item, pair.champion().get(i)).right();
            var now = Outcome.of(item, pair.challenger().get(i)).right();
            measured.put(corrected.get(i).key(), new Measured(before, now));
        }
        return measured;
    }

    private record Pair(List<TrainingItem> items, List<Prediction> champion, List<Prediction> challenger) {
        List<Trial> trials() {
            return Trial.of(items, champion, challenger);
        }

        void addTo(Map<String, Double> metrics, String name) {
            metrics.put(name + ".items", (double) items.size());
            if (!items.isEmpty()) {
                Evaluation.of(items, champion)
                        .metrics()
                        .forEach((metric, value) -> metrics.put(name + ".champion." + metric, value));
                Evaluation.of(items, challenger)
                        .metrics()
                        .forEach((metric, value) -> metrics.put(name + ".challenger." + metric, value));
                addLeaks(metrics, name);
            }
        }

        private void addLeaks(Map<String, Double> metrics, String name) {
            if (sum(Trial::entityChars) > 0) {
                metrics.put(name + ".entity_chars", sum(Trial::entityChars));
                metrics.put(name + ".champion.leaked_chars", sum(trial -> trial.champion()
                        .leakedChars()));
                metrics.put(name + ".challenger.leaked_chars", sum(trial -> trial.challenger()
                        .leakedChars()));
            }
        }

        private double sum(ToIntFunction<Trial> of) {
            return trials().stream().mapToInt(of).sum();
        }
    }
}
