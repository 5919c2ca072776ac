package io.postil.cli.docs;

import io.postil.cli.TheCommand;
import io.postil.service.ServiceConfig;
import io.postil.stream.StreamSettings;
import io.postil.stream.metrics.StreamCatalogue;
import io.postil.testkit.DocPage;
import io.postil.trainer.TrainerSettings;
import io.postil.trainer.metrics.TrainerCatalogue;
import org.junit.jupiter.api.Test;

/** The reference pages say what the code says. {@code -Dpostil.docs.update=true} writes them. */
final class PrintedPagesTest {

    @Test
    void shouldHaveEverySettingInTheConfigurationPage() {
        String page = new ConfigurationPage()
                .process("stream", StreamSettings.all(), ServiceConfig.prefixes())
                .process("trainer", TrainerSettings.all(), ServiceConfig.prefixes())
                .text();

        new DocPage("docs/configuration.md").mustBe(page);
    }

    @Test
    void shouldHaveEveryMetricInTheMetricsPage() {
        String page = new MetricsPage()
                .process("stream", StreamCatalogue.all())
                .process("trainer", TrainerCatalogue.all())
                .text();

        new DocPage("docs/metrics.md").mustBe(page);
    }

    @Test
    void shouldHaveEveryCommandInTheCommandPage() {
        String page = CommandPage.of(TheCommand.line());

        new DocPage("docs/cli.md").mustBe(page);
    }
}
