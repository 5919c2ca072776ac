package io.postil.model.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A confusion matrix: gold in rows, predicted in columns, shaded by the share of the row. Readable from 2 to 40 labels. */
record ConfusionChart(List<String> labels, JsonNode counts) {
    private static final int LONGEST_NAME = 22;
    private static final double CHAR = 6.8;

    static ConfusionChart of(JsonNode report) {
        List<String> labels = new ArrayList<>();
        report.path("labels").forEach(label -> labels.add(label.asText()));
        return new ConfusionChart(labels, report.path("confusion"));
    }

    String draw() {
        double cell = Math.max(16, Math.min(54, 760.0 / labels.size()));
        double names = 14
                + CHAR
                        * Math.min(
                                LONGEST_NAME,
                                labels.stream().mapToInt(String::length).max().orElse(0));
        double size = cell * labels.size();
        double width = names + size + 8 + names * 0.7;
        double height = names + size + 8;
        StringBuilder svg = new StringBuilder(Axes.format(
                "<svg viewBox=\"0 0 %.0f %.0f\" style=\"width:%.0fpx\" role=\"img\" aria-label=\"Confusion matrix\">",
                width, height, width));
        for (int i = 0; i < labels.size(); i++) {
            double middle = names + cell * (i + 0.5);
            String name = Html.cut(labels.get(i), LONGEST_NAME);
            svg.append(Axes.format(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>", names - 8, middle + 4, name));
            svg.append(Axes.format(
                    "<text transform=\"translate(%.1f %.1f) rotate(-50)\">%s</text>", middle + 3, names - 8, name));
            svg.append(row(i, cell, names));
        }
        return "<div class=\"scroll\">" + svg + "</svg></div>";
    }

    private String row(int row, double cell, double names) {
        long all = 0;
        for (JsonNode count : counts.get(row)) {
            all += count.asLong();
        }
        StringBuilder svg = new StringBuilder();
        for (int column = 0; column < labels.size(); column++) {
            long count = counts.get(row).get(column).asLong();
            double share = all == 0 ? 0 : (double) count / all;
            double x = names + cell * column;
            double y = names + cell * row;
            svg.append(Axes.format(
                    "<g><title>%s, predicted %s: %d</title><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
                            + "class=\"%s\" fill-opacity=\"%.3f\"/>",
                    Html.text(labels.get(row)),
                    Html.text(labels.get(column)),
                    count,
                    x + 0.5,
                    y + 0.5,
                    cell - 1,
                    cell - 1,
                    row == column ? "a" : "b",
                    count == 0 ? 0.05 : 0.12 + 0.88 * share));
            if (count > 0 && cell >= 4 + CHAR * Long.toString(count).length()) {
                svg.append(Axes.format(
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" class=\"%s\">%d</text>",
                        x + cell / 2, y + cell / 2 + 4, share > 0.5 ? "on" : "value", count));
            }
            svg.append("</g>");
        }
        return svg.toString();
    }
}
