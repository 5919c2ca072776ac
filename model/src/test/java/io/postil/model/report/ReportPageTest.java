package io.postil.model.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.postil.model.Entity;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.Prediction;
import io.postil.model.data.Row;
import io.postil.model.evaluate.Bootstrap;
import io.postil.model.train.TrainingItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final Bootstrap FEW = new Bootstrap(20, 1, 0.95);
    private static final String HOSTILE = "<script>alert('x')</script>\"&";

    @TempDir
    Path folder;

    @Test
    void shouldEscapeWhateverALabelHolds() {
        String page = ReportPage.of(report(List.of(HOSTILE, "\u202Eevil", "plain"), true));

        assertThat(page).doesNotContain("<script").doesNotContain("\u202E").contains("&lt;script&gt;");
    }

    @Test
    void shouldOpenWithoutANetwork() {
        String page = ReportPage.of(report(List.of("a", "b"), true));

        assertThat(page).doesNotContain("http:", "https:", "src=", "@import", "url(");
    }

    @Test
    void shouldShowTextsOnlyWhereTheCallerSaysSo() {
        assertThat(ReportPage.of(report(List.of("a", "b"), false))).doesNotContain("the text of row");
        assertThat(ReportPage.of(report(List.of("a", "b"), true))).contains("the text of row");
    }

    @Test
    void shouldDrawMatricesOfTwoAndOfFortyLabels() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add("label-" + i);
        }

        assertThat(ReportPage.of(report(List.of("a", "b"), false))).contains("Confusion matrix");
        assertThat(ReportPage.of(report(many, false))).contains("label-39, predicted label-0");
    }

    @Test
    void shouldDrawCurvesOfATraining() {
        Map<String, Object> report = report(List.of("a", "b"), false);
        report.put(
                "training",
                Map.of(
                        "losses",
                        List.of(Map.of("step", 1, "loss", 2.0), Map.of("step", 2, "loss", 1.0)),
                        "epochs",
                        List.of(Map.of("epoch", 1, "metrics", Map.of("macro_f1", 0.5)))));

        assertThat(ReportPage.of(report)).contains("aria-label=\"Loss\"", "aria-label=\"Scores\"", "Macro F1");
    }

    @Test
    void shouldJudgeSeenAndUnseenTextsApart() {
        Judged judged = judged(List.of("a", "b"));

        Map<String, Object> json = new QualityReport(FEW, false)
                .of(judged.learnedFrom(List.of(judged.gold().get(0))));

        assertThat(json.get("seen")).asString().contains("items=1,");
        assertThat(json.get("unseen"))
                .asString()
                .contains("items=" + (judged.rows().size() - 1));
    }

    @Test
    void shouldReportSpans() {
        var item = new TrainingItem.Spanned(
                Input.of("Ada in Rome"), List.of(new TrainingItem.Gold(Field.TEXT, "PERSON", 0, 3)));
        var answer = new Prediction.Tagged(
                List.of(new Entity(Field.TEXT, "PERSON", 0, 3, 0.9), new Entity(Field.TEXT, "PLACE", 7, 11, 0.8)), 11);
        Judged judged = new Judged(
                List.of(new Row(item, Optional.empty(), Optional.empty())), List.of(answer), Optional.empty());

        Map<String, Object> json = new QualityReport(FEW, false).of(judged);

        assertThat(json).containsKeys("report", "default", "strict_iob2", "token_accuracy", "metrics");
        assertThat(ReportPage.of(json)).contains("PLACE [7, 11)", "Types of spans");
    }

    @Test
    void shouldReadBackWhatItWrote() throws IOException {
        ReportFolder.write(folder.resolve("out"), report(List.of("a", "b"), false));

        JsonNode read = ReportFolder.read(folder.resolve("out"));

        assertThat(read.path("metrics").path("accuracy").path("value").asDouble())
                .isBetween(0.0, 1.0);
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
    }

    @Test
    void shouldNameTheReportThatIsNone() throws IOException {
        Files.writeString(folder.resolve("report.json"), "[]");

        assertThatThrownBy(() -> ReportFolder.read(folder))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("report.json: metrics: not there");
        assertThatThrownBy(() -> ReportFolder.read(folder.resolve("none")))
                .hasMessageContaining("none: cannot be read");
    }

    @Test
    void shouldCompareOnTheSameItems() {
        Judged good = judged(List.of("a", "b"));
        Judged bad = new Judged(
                good.rows(), good.rows().stream().map(row -> answer("a", 0.6)).toList(), Optional.empty());

        Map<String, Object> json = new Comparison(List.of(contender("good", good), contender("bad", bad)), FEW).json();

        assertThat(json.get("pairs")).asString().contains("only_a_right", "differences", "p_two_sided");
        assertThat(json.get("best")).asString().contains("model=good");
        assertThat(ComparisonPage.of(JSON.valueToTree(json))).contains("good", "bad", "Who wins where");
    }

    @Test
    void shouldSayThatReportsOfOtherItemsHaveNoPairedTest() {
        Contender one = new Contender("one", JSON.valueToTree(report(List.of("a", "b"), false)), Optional.empty(), 0);
        Contender other =
                new Contender("other", JSON.valueToTree(report(List.of("a", "b", "c"), false)), Optional.empty(), 0);

        Map<String, Object> json = new Comparison(List.of(one, other), FEW).json();

        assertThat(json.get("notes")).asString().contains("no paired test");
    }

    private static final com.fasterxml.jackson.databind.ObjectMapper JSON =
            new com.fasterxml.jackson.databind.ObjectMapper();

    private static Contender contender(String name, Judged judged) {
        JsonNode report = JSON.valueToTree(new QualityReport(FEW, false).of(judged));
        return new Contender(name, report, Optional.of(judged), 2);
    }

    private static Map<String, Object> report(List<String> labels, boolean showTexts) {
        return new LinkedHashMap<>(new QualityReport(FEW, showTexts).of(judged(labels)));
    }

    /** Each label three times, wrong once. */
    private static Judged judged(List<String> labels) {
        List<Row> rows = new ArrayList<>();
        List<Prediction> answers = new ArrayList<>();
        for (int i = 0; i < 3 * labels.size(); i++) {
            String label = labels.get(i % labels.size());
            rows.add(new Row(
                    new TrainingItem.Labelled(Input.of("the text of row " + i), label),
                    Optional.empty(),
                    Optional.empty()));
            answers.add(answer(i < labels.size() ? labels.get(0) : label, 0.5 + 0.01 * i));
        }
        return new Judged(rows, answers, Optional.empty());
    }

    private static Prediction answer(String label, double score) {
        return new Prediction.Labelled(label, Math.min(1, score), Map.of(label, Math.min(1, score)), 3);
    }
}
