package io.postil.model.report;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Curves over steps or epochs. */
record LineChart(String title, String xName, Map<String, List<Point>> series) {
    private static final String KEYS = "abcd";

    /** A value at a place. */
    record Point(double x, double y) {}

    String draw() {
        Axes axes = new Axes(low(Point::x), high(Point::x), low(Point::y), high(Point::y), xName, "");
        StringBuilder curves = new StringBuilder();
        StringBuilder key = new StringBuilder("<div class=\"key\">");
        int number = 0;
        for (Map.Entry<String, List<Point>> one : series.entrySet()) {
            char style = KEYS.charAt(number++ % KEYS.length());
            curves.append(curve(axes, one.getValue(), style));
            key.append("<span><i class=\"k%s\"></i>%s</span>".formatted(style, Html.metric(one.getKey())));
        }
        return key + "</div>" + axes.draw(title, curves.toString());
    }

    private static String curve(Axes axes, List<Point> points, char style) {
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (Point point : points) {
            String at = Axes.format("%.1f,%.1f", axes.x(point.x()), axes.y(point.y()));
            path.append(path.isEmpty() ? "M" : "L").append(at);
            if (points.size() <= 40) {
                dots.append(Axes.format(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\" class=\"%s\"><title>%s</title></circle>",
                        axes.x(point.x()), axes.y(point.y()), style, Html.figure(point.y())));
            }
        }
        return "<path class=\"curve l" + style + "\" d=\"" + path + "\"/>" + dots;
    }

    private double low(ToDoubleFunction<Point> value) {
        return series.values().stream()
                .flatMap(List::stream)
                .mapToDouble(value)
                .min()
                .orElse(0);
    }

    /** Above the lowest, so that there is a range. */
    private double high(ToDoubleFunction<Point> value) {
        double low = low(value);
        double high = series.values().stream()
                .flatMap(List::stream)
                .mapToDouble(value)
                .max()
                .orElse(1);
        return high > low ? high : low + 1;
    }
}
