package io.postil.cli.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postil.testkit.Repository;
import io.postil.testkit.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The dashboard shows what the processes say, all of it, and is where Grafana looks for it. */
final class GrafanaTest {
    private final Compose compose = Compose.read();
    private final JsonNode dashboard = json("ops/grafana/dashboards/postil.json");

    @Test
    void shouldShowKnownMetricsOnly() {
        for (JsonNode target : targets()) {
            String query = target.get("expr").asText();

            assertThat(Metrics.named(query)).as(query).isNotEmpty().isSubsetOf(Metrics.series());
            assertThat(Metrics.labelsNamed(query + target.get("legendFormat").asText()))
                    .as(query)
                    .isSubsetOf(Metrics.labels());
        }
    }

    @Test
    void shouldShowEveryMetric() {
        Set<String> shown = targets().stream()
                .flatMap(target -> Metrics.named(target.get("expr").asText()).stream())
                .collect(Collectors.toSet());

        assertThat(Metrics.all())
                .allSatisfy(metric -> assertThat(Metrics.series(metric)).containsAnyElementsOf(shown));
    }

    @Test
    void shouldAskTheDataSourceThatIsProvided() {
        YamlFile source = YamlFile.read("ops/grafana/datasources/prometheus.yml")
                .at("datasources")
                .items()
                .get(0);

        assertThat(targets())
                .allSatisfy(target -> assertThat(target.at("/datasource/uid").asText())
                        .isEqualTo(source.at("uid").text()));
        assertThat(compose.ports("prometheus"))
                .allMatch(port -> source.at("url").text().endsWith(port.split(":", -1)[2]));
        assertThat(compose.services()).contains(source.at("url").text().split("[/:]+", -1)[1]);
    }

    @Test
    void shouldBeMountedWhereTheProviderLooks() {
        String folder = YamlFile.read("ops/grafana/dashboards.yml")
                .at("providers")
                .items()
                .get(0)
                .at("options")
                .at("path")
                .text();
        String home = compose.environment("grafana").get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH");

        assertThat(compose.volumes("grafana")).contains("./ops/grafana/dashboards:" + folder + ":ro");
        assertThat(home).startsWith(folder);
        assertThat(Repository.root()
                        .resolve("ops/grafana/dashboards")
                        .resolve(Path.of(home).getFileName()))
                .exists();
    }

    @Test
    void shouldNumberEachPanelOnce() {
        assertThat(panels().stream().map(panel -> panel.get("id").asInt())).doesNotHaveDuplicates();
    }

    private List<JsonNode> panels() {
        return items(dashboard.get("panels"));
    }

    private List<JsonNode> targets() {
        return panels().stream()
                .flatMap(panel -> items(panel.path("targets")).stream())
                .toList();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static JsonNode json(String name) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(Repository.root().resolve(name)));
        } catch (IOException e) {
            throw new AssertionError(name + " is no JSON", e);
        }
    }
}
