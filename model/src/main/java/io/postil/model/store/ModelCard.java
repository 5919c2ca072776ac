package io.postil.model.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The README.md of a checkpoint: the YAML front matter that Hugging Face reads, then what a person should know.
 *
 * @param languages ISO 639-1 codes
 * @param licence as Hugging Face names it: {@code apache-2.0}
 * @param library {@code peft} for an adapter, {@code transformers} for full weights
 * @param pipeline {@code text-classification} or {@code token-classification}
 * @param scores metric to value, on the held-out part
 * @param data what it was trained on, in sentences
 * @param limits what it is not good for, one sentence each
 */
public record ModelCard(
        String title,
        List<String> languages,
        String licence,
        String baseModel,
        String library,
        String pipeline,
        Map<String, Double> scores,
        String data,
        List<String> limits) {

    public ModelCard {
        languages = List.copyOf(languages);
        limits = List.copyOf(limits);
    }

    public void write(Path folder) throws IOException {
        Files.write(folder.resolve("README.md"), text().getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return String.join(
                        "\n\n", frontMatter(), "# " + title, "## Scores", scoreTable(), "## Data", data, limitsPart())
                + "\n";
    }

    private String frontMatter() {
        return """
                ---
                language:
                %s
                license: %s
                base_model: %s
                library_name: %s
                pipeline_tag: %s
                tags:
                - postil
                ---""".formatted(bullets(languages), licence, quoted(baseModel), library, pipeline);
    }

    private String scoreTable() {
        String rows = scores.entrySet().stream()
                .map(score -> String.format(Locale.ROOT, "| %s | %.4f |", score.getKey(), score.getValue()))
                .collect(Collectors.joining("\n"));
        return "On held-out data that training never saw:\n\n| metric | value |\n|---|---|\n" + rows;
    }

    private String limitsPart() {
        return "## Not good for\n\n" + bullets(limits);
    }

    private static String bullets(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    /** A name may hold what YAML takes for syntax. */
    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
