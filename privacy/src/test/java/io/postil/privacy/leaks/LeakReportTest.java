package io.postil.privacy.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.leaks.LabelledText.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeakReportTest {
    private final LeakReport report = new LeakReport();

    @Test
    void shouldCountCharactersThatNoMaskCoversWhateverItsType() {
        report.add(text("0123456789", span("PERSON", 0, 4), span("EMAIL", 5, 10)), List.of(span("URL", 2, 10)));

        var figures = report.json();

        assertThat(of(figures, "leaked"))
                .containsEntry("characters", 2L)
                .containsEntry("of", 9L)
                .containsEntry("share", 2 / 9.0);
        assertThat(of(figures, "overMasked")).containsEntry("characters", 1L).containsEntry("of", 1L);
        assertThat(figures).containsEntry("leakedTexts", 1L);
        assertThat(of(of(of(figures, "types"), "EMAIL"), "leaked")).containsEntry("characters", 0L);
    }

    @Test
    void shouldAskForTheBoundsWhereItIsStrictAndForAnOverlapWhereNot() {
        report.add(
                text("0123456789", span("PERSON", 0, 4), span("PERSON", 5, 10)),
                List.of(span("PERSON", 0, 4), span("PERSON", 6, 9), span("PERSON", 9, 10), span("DATE", 4, 5)));

        var figures = report.json();

        assertThat(of(figures, "strict")).containsEntry("precision", 0.25).containsEntry("recall", 0.5);
        assertThat(of(figures, "strict").get("f1")).isEqualTo(2 * 0.25 * 0.5 / 0.75);
        assertThat(of(figures, "strict").get("f2")).isEqualTo(5 * 0.25 * 0.5 / (4 * 0.25 + 0.5));
        assertThat(of(figures, "partial")).containsEntry("precision", 0.75).containsEntry("recall", 1.0);
    }

    @Test
    void shouldTellLanguagesAndHarmlessTextsApart() {
        report.add(new LabelledText("abc", List.of(span("PERSON", 0, 3)), Optional.of("fr")), List.of());
        report.add(new LabelledText("abc", List.of(), Optional.of("en")), List.of(span("PERSON", 0, 1)));
        report.add(new LabelledText("abc", List.of(), Optional.of("en")), List.of());
        report.addFailedClosed();

        var figures = report.json();

        assertThat(figures).containsEntry("texts", 3).containsEntry("failedClosed", 1);
        assertThat(of(figures, "harmlessTexts")).containsEntry("texts", 2L).containsEntry("untouched", 1L);
        assertThat(of(of(of(figures, "languages"), "fr"), "leaked")).containsEntry("share", 1.0);
        assertThat(of(of(of(figures, "languages"), "en"), "overMasked")).containsEntry("share", 1 / 6.0);
    }

    @Test
    void shouldGiveAnIntervalThatHoldsTheShareAndIsTheSameEachTime() {
        for (int i = 0; i < 40; i++) {
            report.add(
                    text("0123456789", span("PERSON", 0, 10)), i % 4 == 0 ? List.of() : List.of(span("PERSON", 0, 10)));
        }

        var interval = (double[]) of(report.json(), "leaked").get("interval");

        assertThat(interval[0]).isBetween(0.05, 0.25);
        assertThat(interval[1]).isBetween(0.25, 0.5);
        assertThat((double[]) of(report.json(), "leaked").get("interval")).isEqualTo(interval);
    }

    @Test
    void shouldPrintFiguresAndNoText() {
        report.add(new LabelledText("canary", List.of(span("<b>", 0, 6)), Optional.of("fr")), List.of());

        var page = LeakPage.of(report.json());

        assertThat(page).contains("&lt;b&gt;", "100.00 %", "Languages").doesNotContain("canary", "<b>");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> of(Map<String, Object> figures, String key) {
        return (Map<String, Object>) figures.get(key);
    }

    private static LabelledText text(String text, Span... spans) {
        return new LabelledText(text, List.of(spans), Optional.empty());
    }

    private static Span span(String type, int start, int end) {
        return new Span(type, start, end);
    }
}
