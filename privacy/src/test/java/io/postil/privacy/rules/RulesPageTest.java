package io.postil.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} is printed from the rules; {@code -Dpostil.docs.update=true} writes it. */
class RulesPageTest {
    private static final Path PAGE = Path.of(System.getProperty("postil.root"), "docs", "rules.md");

    @Test
    void shouldListEveryRuleOnThePage() throws IOException {
        var printed = page();
        if (Boolean.getBoolean("postil.docs.update")) {
            Files.writeString(PAGE, printed);
        }

        assertThat(PAGE).hasContent(printed);
    }

    private static String page() {
        return Rules.standard().descriptions().stream()
                .map(rule -> "| `%s` | %s | %s |\n".formatted(rule.name(), rule.type(), rule.about()))
                .collect(Collectors.joining("", """
                        # Rules

                        Printed from the catalogue of rules in `privacy`. What a rule finds is replaced with its type; the rule's name stands in
                        the finding. [privacy.md](privacy.md) says how findings are combined and how to add a rule.

                        | rule | type | finds |
                        |---|---|---|
                        """, ""));
    }
}
