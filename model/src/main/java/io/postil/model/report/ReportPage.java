package io.postil.model.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code report.html}: a {@code report.json} for people. Pure; opens without a network. */
public final class ReportPage {
    private final JsonNode report;

    private ReportPage(JsonNode report) {
        this.report = report;
    }

    /** The page of a report as {@link QualityReport} makes it, with {@code about} and {@code training} where they are known. */
    public static String of(Map<String, Object> report) {
        return of(new ObjectMapper().<JsonNode>valueToTree(report));
    }

    static String of(JsonNode report) {
        ReportPage page = new ReportPage(report);
        String title = report.path("about").path("model").asText("Report");
        return Html.page(
                title,
                page.header(title)
                        + page.tiles()
                        + page.curves()
                        + page.labels()
                        + page.words()
                        + page.seen()
                        + page.confidence()
                        + page.confusion()
                        + page.worst()
                        + page.notes());
    }

    private String header(String title) {
        List<String> parts = new ArrayList<>();
        report.path("about").properties().forEach(fact -> {
            if (!Set.of("model", "data_digest").contains(fact.getKey())
                    && fact.getValue().isValueNode()) {
                parts.add(Html.metric(fact.getKey()) + ": "
                        + Html.text(fact.getValue().asText()));
            }
        });
        parts.add(Html.count(report.path("items").asLong()) + " items");
        return "<h1>" + Html.text(title) + "</h1><p>" + String.join(" · ", parts) + "</p>\n";
    }

    private String tiles() {
        StringBuilder tiles = new StringBuilder("<div class=\"tiles\">");
        report.path("metrics").properties().forEach(metric -> tiles.append("<div class=\"tile\"><span>")
                .append(Html.metric(metric.getKey()))
                .append("</span><b>")
                .append(Html.figure(metric.getValue().path("value").asDouble()))
                .append("</b><span>")
                .append(Html.bounds(metric.getValue()))
                .append("</span></div>"));
        JsonNode how = report.path("interval");
        return tiles + "</div><p>Below each figure: between which bounds it lies with "
                + Math.round(how.path("level").asDouble() * 100) + " % confidence ("
                + Html.text(how.path("method").asText()) + ", "
                + Html.count(how.path("samples").asLong())
                + " samples, seed " + how.path("seed").asLong() + ").</p>\n";
    }

    private String curves() {
        JsonNode training = report.path("training");
        if (training.isMissingNode()) {
            return "";
        }
        List<LineChart.Point> losses = new ArrayList<>();
        training.path("losses")
                .forEach(loss -> losses.add(new LineChart.Point(
                        loss.path("step").asDouble(), loss.path("loss").asDouble())));
        Map<String, List<LineChart.Point>> scores = new LinkedHashMap<>();
        training.path("epochs")
                .forEach(epoch -> epoch.path("metrics").properties().forEach(metric -> scores.computeIfAbsent(
                                metric.getKey(), name -> new ArrayList<>())
                        .add(new LineChart.Point(
                                epoch.path("epoch").asDouble(),
                                metric.getValue().asDouble()))));
        String charts = (losses.isEmpty()
                        ? ""
                        : "<div>" + new LineChart("Loss", "step", Map.of("loss", losses)).draw() + "</div>")
                + (scores.isEmpty() ? "" : "<div>" + new LineChart("Scores", "epoch", scores).draw() + "</div>");
        return Html.section("Training", facts(training), "<div class=\"pair\">" + charts + "</div>");
    }

    private static String facts(JsonNode training) {
        List<String> facts = new ArrayList<>();
        training.properties().forEach(fact -> {
            if (fact.getValue().isValueNode()) {
                String value = fact.getValue().isIntegralNumber()
                        ? Html.count(fact.getValue().asLong())
                        : fact.getValue().isNumber()
                                ? Html.figure(fact.getValue().asDouble())
                                : Html.text(fact.getValue().asText());
                facts.add(Html.metric(fact.getKey()) + " " + value);
            }
        });
        return String.join(" · ", facts);
    }

    private String labels() {
        String what = report.has("confusion") ? "Labels" : "Types of spans";
        String lead = report.has("confusion") ? "" : "Right is only a span of the same type, start and end.";
        return Html.section(what, lead, ReportTables.labels(report.path("report"), report.path("label_f1")));
    }

    private String words() {
        if (!report.has("token_accuracy")) {
            return "";
        }
        StringBuilder rows = new StringBuilder(ReportTables.head("over words between blanks", "value"));
        for (String name : List.of("token_accuracy", "token_accuracy_without_o")) {
            rows.append("<tr><td>").append(Html.metric(name)).append("</td>");
            rows.append(ReportTables.cell(report.path(name))).append("</tr>");
        }
        for (String name : List.of("default", "strict_iob2")) {
            rows.append("<tr><td>Micro F1, ").append(name.equals("default") ? "seqeval's default" : "strict IOB2");
            rows.append("</td>")
                    .append(ReportTables.cell(
                            report.path(name).path("micro avg").path("f1-score")));
            rows.append("</tr>");
        }
        return Html.section("Words", "", ReportTables.table(rows));
    }

    private String seen() {
        if (!report.has("seen")) {
            return "";
        }
        String lead = Html.count(report.path("seen").path("items").asLong())
                + " items have a text that the model learned " + "from, "
                + Html.count(report.path("unseen").path("items").asLong()) + " have not.";
        return Html.section(
                "Seen and unseen texts", lead, ReportTables.seen(report.path("seen"), report.path("unseen")));
    }

    private String confidence() {
        JsonNode confidence = report.path("confidence");
        JsonNode fitted = report.path("calibration");
        String lead = "Expected calibration error "
                + Html.figure(confidence.path("ece").asDouble())
                + (fitted.isMissingNode()
                        ? "."
                        : "; on the validation split "
                                + Html.figure(fitted.path("ece_before").asDouble()) + " before and "
                                + Html.figure(fitted.path("ece_after").asDouble()) + " after temperature "
                                + Html.figure(fitted.path("temperature").asDouble()) + ".");
        String charts = "<div class=\"pair\"><div>" + ConfidenceCharts.reliability(confidence.path("bins"))
                + "</div><div>" + ConfidenceCharts.histogram(confidence.path("histogram")) + "</div></div>";
        return Html.section(
                "How far scores can be believed",
                lead,
                charts + ReportTables.abstention(confidence.path("abstention")));
    }

    private String confusion() {
        return report.path("labels").size() < 2
                ? ""
                : Html.section(
                        "Confusion",
                        "Gold in rows, predicted in columns, shaded by the share of the row.",
                        ConfusionChart.of(report).draw());
    }

    private String worst() {
        return report.path("worst").isEmpty()
                ? ""
                : Html.section(
                        "Wrong answers that the model was surest of", "", ReportTables.worst(report.path("worst")));
    }

    private String notes() {
        StringBuilder notes = new StringBuilder();
        report.path("notes")
                .forEach(note ->
                        notes.append("<li>").append(Html.text(note.asText())).append("</li>"));
        return notes.isEmpty() ? "" : Html.section("Notes", "", "<ul>" + notes + "</ul>");
    }
}
