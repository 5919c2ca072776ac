package io.postil.model.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The tables of a report's page. */
final class ReportTables {
    private static final Set<String> SUMS = Set.of("accuracy", "micro avg", "macro avg", "weighted avg");

    private ReportTables() {}

    /** Precision, recall, F1 and support of each label; the averages below. */
    static String labels(JsonNode report, JsonNode labelF1) {
        StringBuilder rows = new StringBuilder(head("label", "precision", "recall", "F1", "95 %", "support"));
        for (Map.Entry<String, JsonNode> row : report.properties()) {
            JsonNode scores = row.getValue();
            boolean sum = SUMS.contains(row.getKey()) && !labelF1.has(row.getKey());
            rows.append(sum ? "<tr class=\"sum\">" : "<tr>").append(name(row.getKey()));
            if (scores.isNumber()) {
                rows.append("<td></td><td></td>").append(cell(scores)).append("<td></td><td></td></tr>");
            } else {
                JsonNode bounds = labelF1.path(row.getKey());
                rows.append(cell(scores.path("precision")))
                        .append(cell(scores.path("recall")))
                        .append(cell(scores.path("f1-score")))
                        .append("<td class=\"low\">")
                        .append(bounds.isMissingNode() ? "" : Html.bounds(bounds))
                        .append("</td><td>")
                        .append(Html.count(scores.path("support").asLong()))
                        .append("</td></tr>");
            }
        }
        return table(rows);
    }

    /** What withholding answers below a score would bring. */
    static String abstention(JsonNode abstention) {
        StringBuilder rows = new StringBuilder(head("answers from a score of", "answered", "right of those"));
        abstention.forEach(row -> rows.append(
                        "<tr><td>%.1f</td>".formatted(row.path("threshold").asDouble()))
                .append(cell(row.path("answered")))
                .append(cell(row.path("right")))
                .append("</tr>"));
        return table(rows);
    }

    /** Figures on texts that the model learned from, and on others. */
    static String seen(JsonNode seen, JsonNode unseen) {
        StringBuilder rows = new StringBuilder(head("metric", "seen", "95 %", "unseen", "95 %"));
        JsonNode names = unseen.path("metrics").isMissingNode() ? seen.path("metrics") : unseen.path("metrics");
        names.fieldNames().forEachRemaining(metric -> {
            JsonNode one = seen.path("metrics").path(metric);
            JsonNode other = unseen.path("metrics").path(metric);
            rows.append("<tr><td>").append(Html.metric(metric)).append("</td>");
            rows.append(cell(one.path("value"))).append(bounds(one));
            rows.append(cell(other.path("value"))).append(bounds(other)).append("</tr>");
        });
        return table(rows);
    }

    /** The wrong answers that the model was surest of. */
    static String worst(JsonNode worst) {
        boolean texts = worst.path(0).has("text");
        StringBuilder rows = new StringBuilder(
                texts ? head("row", "gold", "predicted", "score", "text") : head("row", "gold", "predicted", "score"));
        worst.forEach(error -> {
            rows.append("<tr><td>").append(error.path("row").asLong()).append("</td><td class=\"left\">");
            rows.append(Html.cut(error.path("gold").asText(), 40)).append("</td><td class=\"left\">");
            rows.append(Html.cut(error.path("predicted").asText(), 40)).append("</td>");
            rows.append(cell(error.path("score")));
            if (texts) {
                String pair =
                        error.has("text_pair") ? "\n" + error.path("text_pair").asText() : "";
                rows.append("<td class=\"text\">")
                        .append(Html.cut(error.path("text").asText() + pair, 400))
                        .append("</td>");
            }
            rows.append("</tr>");
        });
        return "<div class=\"scroll\"><table class=\"words\">" + rows + "</table></div>";
    }

    static String head(String... names) {
        StringBuilder head = new StringBuilder("<tr>");
        for (String name : names) {
            head.append("<th>").append(Html.text(name)).append("</th>");
        }
        return head + "</tr>";
    }

    static String name(String label) {
        return "<td class=\"name\" title=\"" + Html.text(label) + "\">" + Html.text(label) + "</td>";
    }

    static String cell(JsonNode figure) {
        return "<td>" + (figure.isNumber() ? Html.figure(figure.asDouble()) : "") + "</td>";
    }

    static String bounds(JsonNode interval) {
        return "<td class=\"low\">" + (interval.isMissingNode() ? "" : Html.bounds(interval)) + "</td>";
    }

    static String table(CharSequence rows) {
        return "<div class=\"scroll\"><table>" + rows + "</table></div>";
    }
}
