package io.postil.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.stream.annotate.Reason;
import io.postil.testkit.Repository;
import io.postil.testkit.YamlFile;
import io.postil.trainer.intake.IntakeMetrics.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scrape file and the alerts ask for what the processes say, where they say it. */
final class PrometheusTest {
    private final Compose compose = Compose.read();
    private final YamlFile scrape = YamlFile.read("ops/prometheus/prometheus.yml");
    private final List<YamlFile> alerts = YamlFile.read("ops/prometheus/rules.yml").at("groups").items().stream()
            .flatMap(group -> group.at("rules").items().stream())
            .toList();

    @Test
    void shouldScrapeTheProcessesOnTheirPorts() {
        List<String> targets = scrape.at("scrape_configs").items().stream()
                .flatMap(job -> job.at("static_configs").items().stream())
                .flatMap(config -> config.at("targets").texts().stream())
                .toList();

        assertThat(targets)
                .containsExactlyInAnyOrderElementsOf(Stream.of("stream", "trainer")
                        .map(name -> name + ":" + compose.environment(name).get("POSTIL_HTTP_PORT"))
                        .toList());
    }

    @Test
    void shouldReadRulesThatAreMounted() {
        assertThat(scrape.at("rule_files").texts()).containsExactly("rules.yml");
        assertThat(compose.volumes("prometheus"))
                .contains("./ops/prometheus/rules.yml:/etc/prometheus/rules.yml:ro")
                .contains("./ops/prometheus/prometheus.yml:/etc/prometheus/prometheus.yml:ro");
    }

    @Test
    void shouldAskForKnownMetricsAndLabels() {
        for (YamlFile alert : alerts) {
            String query = alert.at("expr").text();

            assertThat(Metrics.named(query)).as(query).isSubsetOf(Metrics.series());
            assertThat(Metrics.labelsNamed(query + alert.at("annotations").text()))
                    .as(query)
                    .isSubsetOf(Metrics.labels());
        }
    }

    @Test
    void shouldNameJobsThatAreScraped() {
        Set<String> jobs = scrape.at("scrape_configs").items().stream()
                .map(job -> job.at("job_name").text())
                .collect(Collectors.toSet());

        assertThat(quoted("job")).isEqualTo(jobs);
    }

    @Test
    void shouldNameReasonsAndEndingsThatExist() {
        assertThat(quoted("reason"))
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(Reason.values()).map(Enum::name).toList());
        assertThat(quoted("ending"))
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(Ending.values())
                        .map(ending -> ending.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void shouldGiveEachAlertAnEquationAndAParagraphInTheRunbook() throws IOException {
        String runbook = Files.readString(Repository.root().resolve("docs/runbook.md"));
        List<String> paragraphs = Pattern.compile("(?m)^### (.+)$")
                .matcher(runbook)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(alerts.stream().map(alert -> alert.at("alert").text()))
                .containsExactlyInAnyOrderElementsOf(paragraphs);
        assertThat(alerts).allSatisfy(alert -> {
            YamlFile annotations = alert.at("annotations");
            String anchor = alert.at("alert").text().toLowerCase(Locale.ROOT);

            assertThat(annotations.at("equation").text()).containsAnyOf("=", "<=");
            assertThat(annotations.at("runbook").text()).isEqualTo("docs/runbook.md#" + anchor);
        });
    }

    /** All values that the queries ask of a label. */
    private Set<String> quoted(String label) {
        Pattern pattern = Pattern.compile("\\b" + label + "=~?\"([^\"]*)\"");
        return alerts.stream()
                .flatMap(alert -> pattern.matcher(alert.at("expr").text()).results())
                .flatMap(match -> Stream.of(match.group(1).split("\\|")))
                .collect(Collectors.toSet());
    }
}
