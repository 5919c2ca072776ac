package io.postil.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Confluent's repository is not asked here; that the profile is there, complete and off by default can be seen without. */
final class ConfluentProfileTest {

    private static final String PROFILE = "/project/profiles/profile[id='confluent']";

    private Document pom;

    @BeforeEach
    void parse() throws Exception {
        Path file = Path.of(System.getProperty("postil.root"), "schemas", "pom.xml");
        pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    @Test
    void shouldBeOffByDefault() throws Exception {
        assertThat(text("count(" + PROFILE + ")")).isEqualTo("1");
        assertThat(text("count(" + PROFILE + "/activation)")).isEqualTo("0");
    }

    @Test
    void shouldAddConfluentsRepositoryAndSerde() throws Exception {
        assertThat(text(PROFILE + "/repositories/repository/url")).isEqualTo("https://packages.confluent.io/maven/");
        assertThat(text(PROFILE + "/dependencies/dependency/artifactId")).isEqualTo("kafka-streams-avro-serde");
    }

    private String text(String xpath) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate(xpath, pom);
    }
}
