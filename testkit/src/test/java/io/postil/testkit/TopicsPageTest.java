package io.postil.testkit;

import io.postil.schemas.Topics;
import io.postil.schemas.TopicsPage;
import org.junit.jupiter.api.Test;

final class TopicsPageTest {

    @Test
    void shouldPrintTheTopicsAsDocumented() {
        String page = TopicsPage.of(new Topics(Topics.DEFAULT_PREFIX));

        new DocPage("docs/topics.md").mustBe(page);
    }
}
