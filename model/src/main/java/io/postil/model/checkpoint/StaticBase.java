package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes folders of a {@link StaticEncoder} without a head, to train from.
 *
 * @param hidden width of the hidden layer; 0 for none
 * @param seed of what is not given
 */
public record StaticBase(int hidden, long seed) {
    private static final double DEVIATION = 0.1;
    private static final int LEAST_COUNT = 2;

    /** Words as the tokenizer's BertPreTokenizer cuts them: punctuation stands alone. */
    private static final Pattern WORD = Pattern.compile("[\\p{P}$+<=>^`|~]|[^\\s\\p{P}$+<=>^`|~]+");

    /** Words that occur twice or more in texts, most frequent first, with new vectors. */
    public WordVectors fresh(Stream<String> texts, int width) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> {
            Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
            while (words.find()) {
                counts.merge(words.group(), 1, Integer::sum);
            }
        });
        Random random = new Random(seed);
        Map<String, float[]> vectors = new LinkedHashMap<>();
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_COUNT)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> vectors.put(entry.getKey(), fresh(random, width)));
        if (vectors.isEmpty()) {
            throw new CheckpointException("no word occurs " + LEAST_COUNT + " times in the texts to train on");
        }
        return new WordVectors(width, vectors);
    }

    private static float[] fresh(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * DEVIATION);
        }
        return values;
    }

    /** Writes config.json, tokenizer.json and model.safetensors. */
    public void write(Path folder, WordVectors words) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CheckpointException(folder + ": cannot be made", e);
        }
        List<String> vocabulary = new ArrayList<>(StaticEncoder.SPECIAL);
        words.vectors().keySet().stream()
                .filter(word -> !StaticEncoder.SPECIAL.contains(word))
                .forEach(vocabulary::add);
        JsonFile.write(folder.resolve("config.json"), config(vocabulary.size(), words.width()));
        JsonFile.write(folder.resolve("tokenizer.json"), tokenizer(vocabulary, words.isLowerCase()));
        SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors(vocabulary, words));
    }

    private ObjectNode config(int vocabulary, int width) {
        ObjectNode json = JsonFile.object()
                .put("model_type", "postil-static")
                .put("vocab_size", vocabulary)
                .put("embedding_size", width)
                .put("max_position_embeddings", StaticKeys.POSITIONS)
                .put("initializer_range", DEVIATION)
                .put("dropout", 0.1);
        json.putArray("architectures").add("PostilStaticModel");
        return hidden == 0 ? json : json.put("hidden_size", hidden).put("hidden_act", "relu");
    }

    private MemoryTensors tensors(List<String> vocabulary, WordVectors words) {
        int width = words.width();
        float[] table = new float[Math.multiplyExact(vocabulary.size(), width)];
        for (int id = StaticEncoder.SPECIAL.size(); id < vocabulary.size(); id++) {
            System.arraycopy(words.vectors().get(vocabulary.get(id)), 0, table, id * width, width);
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("embeddings.word_embeddings.weight", new Tensor(Shape.of(vocabulary.size(), width), table));
        if (hidden > 0) {
            float[] weights = fresh(new Random(seed), hidden * width);
            tensors.put(StaticEncoder.HIDDEN + ".weight", new Tensor(Shape.of(hidden, width), weights));
            tensors.put(StaticEncoder.HIDDEN + ".bias", new Tensor(Shape.of(hidden), new float[hidden]));
        }
        return new MemoryTensors(tensors);
    }

    private static ObjectNode tokenizer(List<String> vocabulary, boolean lowerCase) {
        ObjectNode json =
                JsonFile.object().put("version", "1.0").putNull("truncation").putNull("padding");
        ArrayNode added = json.putArray("added_tokens");
        for (int id = 0; id < StaticEncoder.SPECIAL.size(); id++) {
            ObjectNode token = added.addObject().put("id", id).put("content", vocabulary.get(id));
            for (String off : List.of("single_word", "lstrip", "rstrip", "normalized")) {
                token.put(off, false);
            }
            token.put("special", true);
        }
        ArrayNode normalizers =
                json.putObject("normalizer").put("type", "Sequence").putArray("normalizers");
        normalizers.addObject().put("type", "NFC");
        if (lowerCase) {
            normalizers.addObject().put("type", "Lowercase");
        }
        json.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        json.set("post_processor", postProcessor());
        json.putNull("decoder");
        ObjectNode model = json.putObject("model").put("type", "WordLevel").put("unk_token", "[UNK]");
        ObjectNode ids = model.putObject("vocab");
        for (int id = 0; id < vocabulary.size(); id++) {
            ids.put(vocabulary.get(id), id);
        }
        return json;
    }

    /** A token before each text, so that none is empty. */
    private static ObjectNode postProcessor() {
        ObjectNode json = JsonFile.object().put("type", "TemplateProcessing");
        ArrayNode single = json.putArray("single");
        piece(piece(single, "SpecialToken", "[SEP]", 0), "Sequence", "A", 0);
        ArrayNode pair = json.putArray("pair");
        piece(piece(pair, "SpecialToken", "[SEP]", 0), "Sequence", "A", 0);
        piece(piece(pair, "SpecialToken", "[SEP]", 1), "Sequence", "B", 1);
        ObjectNode separator =
                json.putObject("special_tokens").putObject("[SEP]").put("id", "[SEP]");
        separator.putArray("ids").add(1);
        separator.putArray("tokens").add("[SEP]");
        return json;
    }

    private static ArrayNode piece(ArrayNode template, String kind, String id, int type) {
        template.addObject().putObject(kind).put("id", id).put("type_id", type);
        return template;
    }
}
