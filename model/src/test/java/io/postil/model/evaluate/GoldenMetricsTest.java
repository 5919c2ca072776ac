package io.postil.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postil.model.Golden;
import io.postil.model.text.Aggregation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reports are those of scikit-learn and seqeval; runs where their answers are beside the repository. */
class GoldenMetricsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private JsonNode golden;

    @BeforeEach
    void readGolden() throws IOException {
        golden = MAPPER.readTree(Files.readAllBytes(Golden.of("metrics.json")));
    }

    @Test
    void shouldJudgeSentencesAsSeqevalDoes() {
        for (JsonNode expected : golden.required("entities")) {
            Sentences judged =
                    Sentences.of(sentences(expected.required("gold")), sentences(expected.required("predicted")));

            assertEqual(
                    MAPPER.valueToTree(judged.json()), expected, List.of("default", "strict_iob2", "token_accuracy"));
            assertThat(judged.json()).containsKey("token_accuracy_without_o");
        }
    }

    @Test
    void shouldJudgeLabelsAsScikitLearnDoes() {
        for (JsonNode expected : golden.required("classes")) {
            List<String> labels = IntStream.range(0, expected.required("labels").asInt())
                    .mapToObj(Integer::toString)
                    .toList();

            ClassReport report =
                    ClassReport.of(strings(expected.required("gold")), strings(expected.required("predicted")), labels);

            assertEqual(MAPPER.valueToTree(report.json()), expected, List.of("report", "confusion"));
        }
    }

    @Test
    void shouldGroupTokensAsTransformersDoes() {
        for (JsonNode expected : golden.required("aggregation")) {
            List<Aggregation.ScoredToken> tokens = tokens(expected);
            List<String> labels = strings(expected.required("labels"));

            expected.required("groups").properties().forEach(strategy -> {
                List<Aggregation.Group> groups = Aggregation.valueOf(
                                strategy.getKey().toUpperCase(Locale.ROOT))
                        .groups(tokens, labels, Set.of("O"));
                assertSameGroups(groups, strategy.getValue(), strategy.getKey());
            });
        }
    }

    private static void assertSameGroups(List<Aggregation.Group> groups, JsonNode expected, String path) {
        assertThat(groups).as(path).hasSameSizeAs(expected);
        for (int i = 0; i < groups.size(); i++) {
            Aggregation.Group group = groups.get(i);
            JsonNode wanted = expected.get(i);
            assertThat(List.of(group.label(), group.start(), group.end()))
                    .as(path)
                    .isEqualTo(List.of(
                            wanted.required("entity_group").asText(),
                            wanted.required("start").asInt(),
                            wanted.required("end").asInt()));
            assertThat(group.score())
                    .as(path)
                    .isCloseTo(wanted.required("score").asDouble(), within(1e-12));
        }
    }

    private static List<Aggregation.ScoredToken> tokens(JsonNode node) {
        List<Aggregation.ScoredToken> tokens = new ArrayList<>();
        for (int i = 0; i < node.required("scores").size(); i++) {
            tokens.add(new Aggregation.ScoredToken(
                    MAPPER.convertValue(node.required("scores").get(i), double[].class),
                    node.required("offsets").get(i).get(0).asInt(),
                    node.required("offsets").get(i).get(1).asInt(),
                    node.required("is_subword").get(i).asBoolean()));
        }
        return tokens;
    }

    private static void assertEqual(JsonNode actual, JsonNode expected, List<String> fields) {
        assertThat(actual.fieldNames()).toIterable().containsAll(fields);
        fields.forEach(field -> assertSame(actual.required(field), expected.required(field), field));
    }

    private static void assertSame(JsonNode actual, JsonNode expected, String path) {
        if (expected.isObject()) {
            assertThat(names(actual)).as(path).isEqualTo(names(expected));
            expected.properties()
                    .forEach(field ->
                            assertSame(actual.required(field.getKey()), field.getValue(), path + "/" + field.getKey()));
        } else if (expected.isFloatingPointNumber()) {
            assertThat(actual.isFloatingPointNumber()).as(path).isTrue();
            assertThat(actual.asDouble()).as(path).isCloseTo(expected.asDouble(), within(1e-12));
        } else {
            assertThat(actual.toString()).as(path).isEqualTo(expected.toString());
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator(); fields.hasNext(); ) {
            names.add(fields.next().getKey());
        }
        return names;
    }

    private static List<List<String>> sentences(JsonNode node) {
        List<List<String>> sentences = new ArrayList<>();
        node.forEach(sentence -> sentences.add(strings(sentence)));
        return sentences;
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        node.forEach(one -> strings.add(one.asText()));
        return strings;
    }
}
