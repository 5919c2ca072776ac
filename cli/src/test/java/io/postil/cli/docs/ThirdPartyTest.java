package io.postil.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ThirdPartyTest {
    private static final Pattern LIBRARY =
            Pattern.compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>");

    @Test
    void shouldListEveryLibraryOfTheParentPom() throws IOException {
        String pom = Files.readString(Repository.root().resolve("pom.xml"));
        String managed = pom.substring(pom.indexOf("<dependencyManagement>"), pom.indexOf("</dependencyManagement>"));
        List<String> libraries = LIBRARY.matcher(managed)
                .results()
                .map(match -> match.group(1) + ":" + match.group(2))
                .filter(library -> !library.startsWith("io.postil:"))
                .toList();

        String page = Page.read("docs/third-party.md").text();

        assertThat(libraries).isNotEmpty().allSatisfy(library -> assertThat(page)
                .contains("`" + library + "`"));
    }
}
