package io.postil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocPageTest {

    @TempDir
    Path root;

    @Test
    void shouldAcceptThePageThatTheCodePrints() throws IOException {
        Files.writeString(root.resolve("page.md"), "a\nb\n");

        assertThatCode(() -> page(false).mustBe("a\nb\n")).doesNotThrowAnyException();
    }

    @Test
    void shouldNameTheLineThatDiffersAndWhatToDo() throws IOException {
        Files.writeString(root.resolve("page.md"), "a\nold\n");

        assertThatThrownBy(() -> page(false).mustBe("a\nnew\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("page.md", "line 2", "file: old", "code: new", "-Dpostil.docs.update=true");
    }

    @Test
    void shouldFailWhenThePageIsMissing() {
        assertThatThrownBy(() -> page(false).mustBe("a\n")).hasMessageContaining("line 1");
    }

    @Test
    void shouldWriteThePageWhenAsked() throws IOException {
        page(true).mustBe("a\n");

        assertThat(root.resolve("page.md")).hasContent("a\n");
    }

    private DocPage page(boolean update) {
        return new DocPage(root, "page.md", update);
    }
}
