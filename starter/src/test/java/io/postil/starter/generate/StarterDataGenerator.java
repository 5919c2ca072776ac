package io.postil.starter.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes the starter models' entity and NLI data sets from hand-written seeds. The same seed gives the same files.
 * Arguments: output folder, seed, number of entity texts.
 */
public final class StarterDataGenerator {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Per cent of the entity texts, by language. */
    private static final Map<String, Integer> SHARES =
            new TreeMap<>(Map.of("en", 31, "fr", 20, "de", 18, "vi", 13, "es", 13, "it", 5));

    private StarterDataGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "out");
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_240_917L;
        int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3_200;
        Files.createDirectories(folder);

        List<LabelledText> texts = entities(seed, count);
        System.out.println(EntityReport.of(texts));
        write(folder.resolve("entities.jsonl"), texts);

        List<NliPair> pairs = nli();
        System.out.println(NliReport.of(pairs));
        write(folder.resolve("nli.jsonl"), pairs);
    }

    static List<LabelledText> entities(long seed, int count) {
        NamePool names = new NamePool(seed, SeedFiles.lines("name-origins.jsonl", NameOrigin.class));
        TemplateFiller filler = new TemplateFiller(
                new Sources(names, new ValueLists(SeedFiles.lists("values.json")), new FakedValues(seed)));
        List<EntityTemplate> templates = SeedFiles.lines("entity-templates.jsonl", EntityTemplate.class);
        List<LabelledText> texts = new ArrayList<>();
        SHARES.forEach((language, share) -> {
            List<EntityTemplate> own = new ArrayList<>(templates);
            own.removeIf(template -> !template.language().equals(language));
            own.addAll(SeedFiles.frames(language));
            texts.addAll(new EntityDataSet(filler, new Random(seed)).texts(language, own, count * share / 100));
        });
        return texts;
    }

    static List<NliPair> nli() {
        List<NliPair> pairs = new ArrayList<>();
        List<NliSeed> seeds = SeedFiles.lines("nli.jsonl", NliSeed.class);
        for (int i = 0; i < seeds.size(); i++) {
            pairs.addAll(seeds.get(i).pairs(String.format(Locale.ROOT, "nli-%04d", i + 1)));
        }
        return pairs;
    }

    private static void write(Path file, List<?> lines) throws IOException {
        StringBuilder written = new StringBuilder();
        for (Object line : lines) {
            written.append(JSON.writeValueAsString(line)).append('\n');
        }
        Files.writeString(file, written, StandardCharsets.UTF_8);
    }
}
