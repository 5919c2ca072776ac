package io.postil.model.evaluate;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well typed spans are found: right is only the same type with the same start and end. Equal to seqeval's
 * {@code classification_report}.
 *
 * @param perType every type that is gold or predicted, sorted by code points
 * @param notes which scores are 0 because nothing defines them
 */
public record EntityReport(Map<String, Score> perType, Score micro, Score macro, Score weighted, List<String> notes) {

    /**
     * Over sentences of tags.
     *
     * @throws IllegalArgumentException if gold and predicted differ in length, naming the sentence, or a tag is none
     */
    public static EntityReport of(List<List<String>> gold, List<List<String>> predicted, TagScheme scheme) {
        Sentences.requireSameShape(gold, predicted);
        return of(scheme.ofAll(gold), scheme.ofAll(predicted));
    }

    /** Over texts, each with its chunks. */
    static EntityReport of(List<List<Chunk>> gold, List<List<Chunk>> predicted) {
        Map<String, Tally> tallies = new TreeMap<>(CodePointOrder.INSTANCE);
        for (int i = 0; i < gold.size(); i++) {
            Set<Chunk> golds = new HashSet<>(gold.get(i));
            Set<Chunk> found = new HashSet<>(predicted.get(i));
            golds.forEach(chunk -> tally(tallies, chunk).addGold());
            found.forEach(chunk -> tally(tallies, chunk).addPredicted());
            found.stream().filter(golds::contains).forEach(chunk -> tally(tallies, chunk)
                    .addRight());
        }
        return of(tallies);
    }

    private static Tally tally(Map<String, Tally> tallies, Chunk chunk) {
        return tallies.computeIfAbsent(chunk.type(), type -> new Tally());
    }

    private static EntityReport of(Map<String, Tally> tallies) {
        Map<String, Score> scores = new LinkedHashMap<>();
        Tally all = new Tally();
        tallies.forEach((type, tally) -> {
            scores.put(type, tally.score());
            all.add(tally);
        });
        return new EntityReport(
                Collections.unmodifiableMap(scores),
                all.score(),
                Score.macro(scores.values()),
                Score.weighted(scores.values()),
                Tally.notes(tallies));
    }

    /** Keyed as seqeval's with {@code output_dict=True}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        perType.forEach((type, score) -> json.put(type, score.json(score.support())));
        json.put("micro avg", micro.json(micro.support()));
        json.put("macro avg", macro.json(macro.support()));
        json.put("weighted avg", weighted.json(weighted.support()));
        return json;
    }
}
