package io.postil.model.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A comparison for people. Pure; opens without a network. */
public final class ComparisonPage {
    private final JsonNode comparison;
    private final List<JsonNode> models = new ArrayList<>();

    private ComparisonPage(JsonNode comparison) {
        this.comparison = comparison;
        comparison.path("models").forEach(models::add);
    }

    /** Writes report.json and report.html. */
    public static void write(Path folder, Map<String, Object> comparison) throws IOException {
        JsonNode tree = new ObjectMapper().valueToTree(comparison);
        ReportFolder.write(folder, ReportFolder.HTML, of(tree));
        ReportFolder.write(folder, ReportFolder.JSON, tree.toPrettyString() + "\n");
    }

    static String of(JsonNode comparison) {
        ComparisonPage page = new ComparisonPage(comparison);
        return Html.page(
                "Comparison",
                "<h1>" + page.models.size() + " models side by side</h1>\n" + page.figures() + page.pairs()
                        + page.labels() + page.notes());
    }

    private String figures() {
        StringBuilder rows = new StringBuilder(head("figure"));
        for (String metric : names("metrics")) {
            rows.append(row(Html.metric(metric), "metrics", metric));
        }
        for (String fact : List.of(
                "items", "parameters_trained", "parameters", "training_seconds", "seconds", "items_per_second")) {
            if (models.stream().anyMatch(model -> model.has(fact))) {
                rows.append("<tr><td>").append(Html.metric(fact)).append("</td>");
                models.forEach(model ->
                        rows.append("<td>").append(fact(model.path(fact))).append("</td>"));
                rows.append("</tr>");
            }
        }
        return Html.section(
                "Figures",
                "The best of each row stands out; beside each figure, its bounds.",
                ReportTables.table(rows));
    }

    private String labels() {
        StringBuilder rows = new StringBuilder(head("F1 of"));
        for (String label : names("label_f1")) {
            rows.append(row(Html.cut(label, 40), "label_f1", label));
        }
        return Html.section("Who wins where", "", ReportTables.table(rows));
    }

    private String row(String title, String group, String name) {
        double best = models.stream()
                .mapToDouble(model -> model.path(group).path(name).path("value").asDouble(-1))
                .max()
                .orElse(-1);
        StringBuilder row = new StringBuilder("<tr><td>" + title + "</td>");
        for (JsonNode model : models) {
            JsonNode interval = model.path(group).path(name);
            if (interval.isMissingNode()) {
                row.append("<td></td>");
                continue;
            }
            double value = interval.path("value").asDouble();
            row.append("<td><span class=\"%s\">%s</span> <span class=\"low\">%s</span></td>"
                    .formatted(value == best ? "best" : "", Html.figure(value), Html.bounds(interval)));
        }
        return row + "</tr>";
    }

    private String pairs() {
        StringBuilder rows = new StringBuilder(ReportTables.head(
                "pair", "only the first right", "only the second right", "p (McNemar, exact)", "differences"));
        comparison.path("pairs").forEach(pair -> {
            JsonNode test = pair.path("mcnemar");
            List<String> differences = new ArrayList<>();
            pair.path("differences")
                    .properties()
                    .forEach(metric -> differences.add(Html.metric(metric.getKey()) + " "
                            + Html.figure(metric.getValue().path("value").asDouble()) + " ["
                            + Html.bounds(metric.getValue()) + "]"));
            rows.append("<tr><td>")
                    .append(Html.text(
                            pair.path("a").asText() + " – " + pair.path("b").asText()));
            rows.append("</td><td>").append(test.path("only_a_right").asLong());
            rows.append("</td><td>").append(test.path("only_b_right").asLong());
            rows.append("</td><td>")
                    .append(Axes.format("%.4f", test.path("p_two_sided").asDouble()));
            rows.append("</td><td class=\"left\">")
                    .append(String.join("<br>", differences))
                    .append("</td></tr>");
        });
        return comparison.path("pairs").isEmpty()
                ? ""
                : Html.section(
                        "Pairs",
                        "On the same items. A difference whose bounds are both above 0 speaks for the first model.",
                        ReportTables.table(rows));
    }

    private String notes() {
        StringBuilder notes = new StringBuilder();
        comparison.path("notes").forEach(note -> notes.append("<li>")
                .append(Html.text(note.asText()))
                .append("</li>"));
        return notes.isEmpty() ? "" : Html.section("Notes", "", "<ul>" + notes + "</ul>");
    }

    private String head(String first) {
        List<String> names = new ArrayList<>(List.of(first));
        models.forEach(model -> names.add(model.path("name").asText()));
        return ReportTables.head(names.toArray(String[]::new));
    }

    private Set<String> names(String group) {
        Set<String> names = new LinkedHashSet<>();
        models.forEach(model -> model.path(group).fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static String fact(JsonNode value) {
        return value.isIntegralNumber()
                ? Html.count(value.asLong())
                : value.isNumber() ? Axes.format("%.1f", value.asDouble()) : "";
    }
}
