package io.postil.model.torch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.Head;
import io.postil.model.checkpoint.ConfigFile;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.checkpoint.MemoryTensors;
import io.postil.model.checkpoint.ModelConfig;
import io.postil.model.checkpoint.SafetensorsWriter;
import io.postil.model.checkpoint.Shape;
import io.postil.model.checkpoint.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Checkpoints of every family from random weights, over a vocabulary of the words w0 to w29. */
final class TinyModels {
    static final int WORDS = 30;
    static final List<String> LABELS = List.of("O", "B-ONE", "I-ONE");

    private static final String SHARED = "\"vocab_size\":34,\"num_hidden_layers\":2,\"hidden_size\":16,"
            + "\"num_attention_heads\":2,\"intermediate_size\":20,\"max_position_embeddings\":80,\"pad_token_id\":1,"
            + "\"hidden_dropout_prob\":0,\"attention_probs_dropout_prob\":0";
    private static final String RELATIVE =
            "\"model_type\":\"deberta-v2\",\"relative_attention\":true,\"position_buckets\":8,\"norm_rel_ebd\":\"layer_norm\",";

    private static final Map<String, String> FAMILIES = Map.of(
            "bert", "\"model_type\":\"bert\"," + SHARED,
            "roberta", "\"model_type\":\"roberta\",\"type_vocab_size\":1," + SHARED,
            "distilbert",
                    "\"model_type\":\"distilbert\",\"vocab_size\":34,\"n_layers\":2,\"dim\":16,\"n_heads\":2,"
                            + "\"hidden_dim\":20,\"max_position_embeddings\":80,\"pad_token_id\":1,\"dropout\":0,"
                            + "\"attention_dropout\":0,\"seq_classif_dropout\":0",
            "deberta",
                    RELATIVE + "\"pos_att_type\":\"c2p|p2c\",\"position_biased_input\":false,\"conv_kernel_size\":3,"
                            + "\"share_att_key\":true," + SHARED,
            "deberta-apart",
                    RELATIVE + "\"pos_att_type\":[\"p2c\",\"c2p\"],\"type_vocab_size\":2,\"embedding_size\":12,"
                            + SHARED,
            "modernbert",
                    "\"model_type\":\"modernbert\",\"local_attention\":6,\"global_attn_every_n_layers\":2,"
                            + "\"classifier_pooling\":\"mean\"," + SHARED);

    private TinyModels() {}

    static List<String> families() {
        return FAMILIES.keySet().stream().sorted().toList();
    }

    /** Writes a checkpoint. */
    static Path write(Path folder, String family, Head head) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("config.json");
            Files.writeString(file, "{" + FAMILIES.get(family) + "}");
            ModelConfig config = ConfigFile.read(file).with(head, LABELS);
            JsonFile.write(file, config.json());
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            config.slots()
                    .forEach(slot ->
                            tensors.put(config.encoder().fullName(slot.name()), random(slot.name(), slot.shape())));
            SafetensorsWriter.write(folder.resolve("model.safetensors"), new MemoryTensors(tensors));
            JsonFile.write(folder.resolve("tokenizer.json"), tokenizer());
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Tensor random(String name, Shape shape) {
        Random random = new Random(name.hashCode());
        float[] values = new float[(int) shape.count()];
        float middle = shape.rank() == 1 && name.endsWith(".weight") ? 1 : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = middle + (float) (0.3 * random.nextGaussian());
        }
        return new Tensor(shape, values);
    }

    private static ObjectNode tokenizer() {
        ObjectNode json = JsonFile.object().put("version", "1.0");
        json.putArray("added_tokens");
        json.putNull("normalizer").putObject("pre_tokenizer").put("type", "WhitespaceSplit");
        ObjectNode model = json.putObject("model").put("type", "WordLevel").put("unk_token", "[UNK]");
        ObjectNode vocabulary = model.putObject("vocab");
        List.of("[CLS]", "[PAD]", "[SEP]", "[UNK]").forEach(token -> vocabulary.put(token, vocabulary.size()));
        for (int i = 0; i < WORDS; i++) {
            vocabulary.put("w" + i, vocabulary.size());
        }
        ObjectNode processor = json.putObject("post_processor").put("type", "BertProcessing");
        processor.putArray("sep").add("[SEP]").add(2);
        processor.putArray("cls").add("[CLS]").add(0);
        return json;
    }
}
