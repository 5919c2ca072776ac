package io.postil.model.report;

import java.util.Locale;

/**
 * The frame of a chart: where values lie in its drawing.
 *
 * @param right the largest x; the smallest is {@code left}
 * @param top the largest y; the smallest is {@code bottom}
 */
record Axes(double left, double right, double bottom, double top, String xName, String yName) {
    static final int WIDTH = 460;
    static final int HEIGHT = 260;
    private static final int BEGIN = 52;
    private static final int END = WIDTH - 24;
    private static final int FLOOR = HEIGHT - 40;
    private static final int CEILING = 12;
    private static final int TICKS = 4;

    double x(double value) {
        return BEGIN + (END - BEGIN) * (value - left) / (right - left);
    }

    double y(double value) {
        return FLOOR - (FLOOR - CEILING) * (value - bottom) / (top - bottom);
    }

    /** The frame with what is drawn in it. */
    String draw(String title, String content) {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, HEIGHT, Html.text(title)));
        int steps = xTicks();
        for (int i = 0; i <= steps; i++) {
            double x = left + (right - left) * i / steps;
            svg.append(text(x(x), FLOOR + 16, "middle", tick(x, right - left)));
        }
        for (int i = 0; i <= TICKS; i++) {
            double y = bottom + (top - bottom) * i / TICKS;
            svg.append(line(BEGIN, y(y), END, y(y), "axis"));
            svg.append(text(BEGIN - 6, y(y) + 4, "end", tick(y, top - bottom)));
        }
        svg.append(text((BEGIN + END) / 2.0, HEIGHT - 6, "middle", xName));
        svg.append(text(BEGIN, CEILING - 2, "start", yName));
        return svg + content + "</svg>";
    }

    /** Whole numbers, such as epochs, get marks at whole numbers. */
    private int xTicks() {
        double range = right - left;
        for (int ticks = 7; ticks > 1 && range == Math.rint(range) && range <= 60; ticks--) {
            if (range % ticks == 0) {
                return ticks;
            }
        }
        return range == 1 && left >= 1 ? 1 : TICKS;
    }

    static String line(double x1, double y1, double x2, double y2, String style) {
        return format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>", x1, y1, x2, y2, style);
    }

    static String text(double x, double y, String anchor, String text) {
        return format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, Html.text(text));
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String tick(double value, double range) {
        return range >= 8 ? format("%,d", Math.round(value)) : format(range < 0.02 ? "%.4f" : "%.2f", value);
    }
}
