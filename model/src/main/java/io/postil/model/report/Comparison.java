package io.postil.model.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.evaluate.Bootstrap;
import io.postil.model.evaluate.Estimates;
import io.postil.model.evaluate.Interval;
import io.postil.model.evaluate.McNemar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Two or more models side by side: figures with intervals, paired tests where they answered the same items, and who wins where. */
public record Comparison(List<Contender> contenders, Bootstrap bootstrap) {

    /** @throws ReportException if there are fewer than two, or labels are compared with spans */
    public Comparison {
        contenders = List.copyOf(contenders);
        if (contenders.size() < 2) {
            throw new ReportException("compare: " + contenders.size() + " model (expected two or more)");
        }
        boolean labels = contenders.get(0).report().has("confusion");
        for (Contender contender : contenders) {
            if (contender.report().has("confusion") != labels) {
                throw new ReportException("compare: " + contenders.get(0).name() + " and " + contender.name()
                        + " do not answer alike (expected all with labels, or all with spans)");
            }
        }
    }

    /** Models, pairs of them, and the best for each label, ready to be written as JSON. */
    public Map<String, Object> json() {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            for (int j = i + 1; j < contenders.size(); j++) {
                pair(contenders.get(i), contenders.get(j)).ifPresent(pairs::add);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("models", contenders.stream().map(Comparison::model).toList());
        json.put("pairs", pairs);
        json.put("best", best());
        if (pairs.isEmpty()) {
            json.put("notes", List.of("no paired test: the reports are not of the same items"));
        }
        return json;
    }

    private static Map<String, Object> model(Contender contender) {
        JsonNode report = contender.report();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", contender.name());
        json.put("items", report.path("items").asLong());
        json.put("metrics", report.path("metrics"));
        json.put("label_f1", report.path("label_f1"));
        for (String fact : List.of("parameters_trained", "parameters", "seconds")) {
            JsonNode value = report.path("training").path(fact);
            if (value.isNumber()) {
                json.put(fact.equals("seconds") ? "training_seconds" : fact, value);
            }
        }
        if (contender.seconds() > 0) {
            json.put("seconds", contender.seconds());
            json.put("items_per_second", report.path("items").asLong() / contender.seconds());
        }
        return json;
    }

    private Optional<Map<String, Object>> pair(Contender one, Contender other) {
        String first = one.report().path("right").asText();
        String second = other.report().path("right").asText();
        boolean same = one.judged().isPresent() ? other.judged().isPresent() : sameData(one.report(), other.report());
        if (!same || first.isEmpty() || first.length() != second.length()) {
            return Optional.empty();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", one.name());
        json.put("b", other.name());
        json.put("mcnemar", mcNemar(first, second));
        if (one.judged().isPresent()) {
            Judged judged = one.judged().get();
            Estimates differences = Estimates.differences(
                    judged.gold(),
                    judged.answers(),
                    other.judged().orElseThrow().answers(),
                    judged.groups(),
                    bootstrap);
            json.put("differences", intervals(differences.metrics()));
            json.put("label_f1_differences", intervals(differences.labelF1()));
        }
        return Optional.of(json);
    }

    private static boolean sameData(JsonNode one, JsonNode other) {
        JsonNode digest = one.path("about").path("data_digest");
        return digest.isTextual()
                && digest.equals(other.path("about").path("data_digest"))
                && one.path("about").path("split").equals(other.path("about").path("split"));
    }

    private static Map<String, Object> mcNemar(String first, String second) {
        int wins = 0;
        int losses = 0;
        for (int i = 0; i < first.length(); i++) {
            wins += first.charAt(i) > second.charAt(i) ? 1 : 0;
            losses += first.charAt(i) < second.charAt(i) ? 1 : 0;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("only_a_right", wins);
        json.put("only_b_right", losses);
        json.put("p_two_sided", new McNemar(wins, losses).twoSided());
        return json;
    }

    private static Map<String, Object> intervals(Map<String, Interval> intervals) {
        Map<String, Object> json = new LinkedHashMap<>();
        intervals.forEach((name, interval) -> json.put(name, interval.json()));
        return json;
    }

    /** For each label the model with the highest F1, the first of them at a tie. */
    private Map<String, Object> best() {
        Map<String, Map<String, Object>> best = new TreeMap<>();
        for (Contender contender : contenders) {
            contender.report().path("label_f1").properties().forEach(label -> {
                double value = label.getValue().path("value").asDouble();
                Map<String, Object> found = best.get(label.getKey());
                if (found == null || value > (Double) found.get("f1")) {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("model", contender.name());
                    entry.put("f1", value);
                    best.put(label.getKey(), entry);
                }
            });
        }
        return new LinkedHashMap<>(best);
    }
}
