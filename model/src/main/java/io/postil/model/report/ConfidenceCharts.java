package io.postil.model.report;

import com.fasterxml.jackson.databind.JsonNode;

/** Pictures of how far scores can be believed. */
final class ConfidenceCharts {

    private ConfidenceCharts() {}

    /** How many answers have which score; the wrong ones on top of the right. */
    static String histogram(JsonNode histogram) {
        JsonNode right = histogram.path("right");
        JsonNode wrong = histogram.path("wrong");
        int bars = right.size();
        long most = 1;
        for (int i = 0; i < bars; i++) {
            most = Math.max(most, right.get(i).asLong() + wrong.get(i).asLong());
        }
        Axes axes = new Axes(0, 1, 0, most, "score of the answer", "answers");
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < bars; i++) {
            double below = right.get(i).asLong();
            double all = below + wrong.get(i).asLong();
            double begin = (double) i / bars;
            double end = (i + 1.0) / bars;
            drawn.append(bar(axes, begin, end, 0, below, "a", right.get(i).asLong() + " right"))
                    .append(bar(axes, begin, end, below, all, "b", wrong.get(i).asLong() + " wrong"));
        }
        return "<div class=\"key\"><span><i class=\"ka\"></i>right</span><span><i class=\"kb\"></i>wrong</span></div>"
                + axes.draw("Histogram of scores", drawn.toString());
    }

    /** Per bin of scores, the share that is right, against the line on which scores could be believed. */
    static String reliability(JsonNode bins) {
        Axes axes = new Axes(0, 1, 0, 1, "score of the answer", "share that is right");
        StringBuilder drawn = new StringBuilder();
        for (JsonNode bin : bins) {
            double accuracy = bin.path("accuracy").asDouble();
            double confidence = bin.path("confidence").asDouble();
            if (bin.path("count").asLong() > 0) {
                drawn.append(bar(
                        axes,
                        bin.path("low").asDouble(),
                        bin.path("high").asDouble(),
                        0,
                        accuracy,
                        "a",
                        bin.path("count").asLong() + " answers, mean score " + Html.figure(confidence) + ", right "
                                + Html.figure(accuracy)));
                drawn.append(Axes.line(
                        axes.x(confidence), axes.y(accuracy), axes.x(confidence), axes.y(confidence), "curve lb"));
            }
        }
        drawn.append(Axes.line(axes.x(0), axes.y(0), axes.x(1), axes.y(1), "guide"));
        return "<div class=\"key\"><span><i class=\"ka\"></i>share that is right</span>"
                + "<span><i class=\"kb\"></i>gap to the mean score</span></div>"
                + axes.draw("Reliability diagram", drawn.toString());
    }

    private static String bar(Axes axes, double begin, double end, double from, double to, String style, String title) {
        if (to <= from) {
            return "";
        }
        return Axes.format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\" class=\"%s\"><title>%s</title></rect>",
                axes.x(begin) + 0.8,
                axes.y(to),
                axes.x(end) - axes.x(begin) - 1.6,
                axes.y(from) - axes.y(to),
                style,
                Html.text(title));
    }
}
