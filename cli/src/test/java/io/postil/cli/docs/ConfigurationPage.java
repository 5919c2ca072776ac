package io.postil.cli.docs;

import io.postil.service.Setting;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the settings of processes as {@code docs/configuration.md}. */
final class ConfigurationPage {
    private final StringBuilder page = new StringBuilder("""
            # Configuration

            Printed from the settings in the code. A process reads one YAML file (`--config FILE`), its keys nested or dotted, and
            environment variables over it. All problems are found at the start, in one go, each named with its key. A setting without a
            default must be set.
            """);

    ConfigurationPage process(String name, List<Setting<?>> settings, List<String> prefixes) {
        page.append("\n## ")
                .append(name)
                .append("\n\n| key | variable | default | expected | what for |\n|---|---|---|---|---|\n");
        settings.forEach(setting -> page.append(row(setting)));
        page.append("\nKeys that begin with ")
                .append(prefixes.stream().map(ConfigurationPage::code).collect(Collectors.joining(" or ")))
                .append(" are passed on as they are, that beginning taken off; in the file only.\n");
        return this;
    }

    String text() {
        return page.toString();
    }

    private static String row(Setting<?> setting) {
        String fallback = setting.fallback()
                .map(value -> value.isEmpty() ? "empty" : code(value))
                .orElse("**none**");
        return "| " + code(setting.key()) + " | " + code(setting.variable()) + " | " + fallback + " | "
                + setting.expected() + " | " + setting.description() + " |\n";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
