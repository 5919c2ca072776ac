package io.postil.privacy.leaks;

import java.util.Locale;
import java.util.Map;

/** The figures of a {@link LeakReport} as a page of HTML that needs nothing else. It holds no text. */
public final class LeakPage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Leaks</title>
            <style>body{font:15px/1.4 sans-serif;margin:2em;max-width:70em}table{border-collapse:collapse;margin:1em 0}
            th,td{padding:.25em .8em;text-align:right;border-bottom:1px solid #ccc}th:first-child,td:first-child{text-align:left}</style>
            </head><body><h1>Leaks</h1>
            """;
    private static final String COLUMNS =
            "<tr><th></th><th>leaked</th><th>95 %</th><th>of characters</th><th>texts</th>"
                    + "<th>over-masked</th><th>strict P</th><th>R</th><th>F1</th><th>F2</th><th>partial P</th><th>R</th><th>F1</th><th>F2</th></tr>\n";

    private LeakPage() {}

    /**
     * The page.
     *
     * @param report as {@link LeakReport#json()} gives it
     */
    public static String of(Map<String, Object> report) {
        var page = new StringBuilder(HEAD);
        page.append("<p>Texts: ")
                .append(report.get("texts"))
                .append("; not let through: ")
                .append(report.get("failedClosed"));
        var harmless = map(report, "harmlessTexts");
        page.append("; harmless: ")
                .append(harmless.get("texts"))
                .append(", untouched ")
                .append(harmless.get("untouched"));
        page.append("</p>\n<table>\n")
                .append(COLUMNS)
                .append(row("all", report))
                .append("</table>\n");
        table(page, "Types", map(report, "types"));
        table(page, "Languages", map(report, "languages"));
        return page.append("</body></html>\n").toString();
    }

    private static void table(StringBuilder page, String title, Map<?, ?> groups) {
        if (groups.isEmpty()) {
            return;
        }
        page.append("<h2>").append(title).append("</h2>\n<table>\n").append(COLUMNS);
        groups.forEach((name, figures) -> page.append(row(String.valueOf(name), (Map<?, ?>) figures)));
        page.append("</table>\n");
    }

    private static String row(String name, Map<?, ?> figures) {
        var leaked = map(figures, "leaked");
        var interval = (double[]) leaked.get("interval");
        var over = map(figures, "overMasked");
        return "<tr><td>" + escaped(name) + "</td>" + cell(percent(leaked.get("share")))
                + cell(percent(interval[0]) + " to " + percent(interval[1])) + cell(String.valueOf(leaked.get("of")))
                + cell(String.valueOf(figures.get("leakedTexts")))
                + cell(over.containsKey("share") ? percent(over.get("share")) : String.valueOf(over.get("characters")))
                + scores(map(figures, "strict")) + scores(map(figures, "partial")) + "</tr>\n";
    }

    private static String scores(Map<?, ?> scores) {
        return cell(percent(scores.get("precision")))
                + cell(percent(scores.get("recall")))
                + cell(percent(scores.get("f1")))
                + cell(percent(scores.get("f2")));
    }

    private static String cell(String content) {
        return "<td>" + content + "</td>";
    }

    private static String percent(Object share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * ((Number) share).doubleValue());
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return (Map<?, ?>) of.get(key);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
