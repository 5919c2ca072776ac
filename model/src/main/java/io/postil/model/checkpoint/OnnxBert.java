package io.postil.model.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A BERT encoder in an ONNX file, as PyTorch exports it. Embeddings, biases and layer normalisation are stored by name there. The
 * weight of a linear module is not: it is the second factor of a MatMul whose product a named bias is added to, and it is stored
 * transposed.
 */
public final class OnnxBert implements Tensors {
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, ByteString> raw = new HashMap<>();
    private final Set<String> transposed;

    private OnnxBert(OnnxGraph graph) {
        Map<String, String> weights = weightsByBias(graph);
        this.transposed = Set.copyOf(weights.values());
        graph.tensors().forEach((stored, tensor) -> {
            String name = weights.getOrDefault(stored, stored);
            Shape shape = tensor.shape();
            shapes.put(name, transposed.contains(name) ? Shape.of(shape.size(1), shape.size(0)) : shape);
            raw.put(name, tensor.raw());
        });
    }

    /**
     * Reads an ONNX file whole.
     *
     * @throws CheckpointException if it is not one
     */
    public static OnnxBert read(InputStream in) throws IOException {
        return new OnnxBert(OnnxGraph.read(in.readAllBytes()));
    }

    /** From the anonymous name of a weight to the one that its bias gives it. */
    private static Map<String, String> weightsByBias(OnnxGraph graph) {
        Map<String, String> weightOfProduct = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (OnnxGraph.Node node : graph.nodes()) {
            if (node.operator().equals("MatMul")) {
                weightOfProduct.put(node.outputs().get(0), node.inputs().get(1));
            } else if (node.operator().equals("Add")) {
                for (int side = 0; side < 2; side++) {
                    String bias = node.inputs().get(side);
                    String weight = weightOfProduct.get(node.inputs().get(1 - side));
                    if (weight != null && graph.tensors().containsKey(weight) && bias.endsWith(".bias")) {
                        names.put(weight, bias.substring(0, bias.lastIndexOf('.')) + ".weight");
                    }
                }
            }
        }
        return names;
    }

    /**
     * Writes a folder that Hugging Face's libraries open as a BertModel.
     *
     * @param attentionHeads which the file does not say
     * @param tokenizer the tokenizer.json; truncation and padding that it may ask for are dropped
     * @throws CheckpointException if a tensor is missing, or the folder cannot be written
     */
    public void writeFolder(Path folder, int attentionHeads, InputStream tokenizer) throws IOException {
        Files.createDirectories(folder);
        ObjectNode config = config(attentionHeads);
        JsonFile.write(folder.resolve("config.json"), config);
        SafetensorsWriter.write(folder.resolve("model.safetensors"), this);
        Path tokenizerFile = folder.resolve("tokenizer.json");
        Files.write(tokenizerFile, tokenizer.readAllBytes());
        ObjectNode json = JsonFile.read(tokenizerFile);
        JsonFile.write(tokenizerFile, json.putNull("truncation").putNull("padding"));
        JsonFile.write(
                folder.resolve("tokenizer_config.json"),
                JsonFile.object()
                        .put("tokenizer_class", "BertTokenizer")
                        .put(
                                "model_max_length",
                                config.path("max_position_embeddings").asInt()));
        Checkpoint.open(folder, BaseModels.none());
    }

    private ObjectNode config(int attentionHeads) {
        Shape words = shape("embeddings.word_embeddings.weight");
        int layers = 0;
        while (shapes.containsKey("encoder.layer." + layers + ".output.dense.bias")) {
            layers++;
        }
        ObjectNode config = JsonFile.object().put("model_type", "bert");
        config.putArray("architectures").add("BertModel");
        return config.put("vocab_size", words.size(0))
                .put("hidden_size", words.size(1))
                .put("num_hidden_layers", layers)
                .put("num_attention_heads", attentionHeads)
                .put(
                        "intermediate_size",
                        shape("encoder.layer.0.intermediate.dense.bias").size(0))
                .put(
                        "max_position_embeddings",
                        shape("embeddings.position_embeddings.weight").size(0))
                .put(
                        "type_vocab_size",
                        shape("embeddings.token_type_embeddings.weight").size(0))
                .put("hidden_act", "gelu")
                .put("layer_norm_eps", 1e-12)
                .put("pad_token_id", 0)
                .put("hidden_dropout_prob", 0.1)
                .put("attention_probs_dropout_prob", 0.1)
                .put("initializer_range", 0.02);
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(shapes.keySet());
    }

    @Override
    public Shape shape(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new CheckpointException("the ONNX file has no tensor " + name);
        }
        return shape;
    }

    @Override
    public float[] read(String name) {
        Shape shape = shape(name);
        float[] values = new float[(int) shape.count()];
        raw.get(name)
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return transposed.contains(name) ? transpose(values, shape.size(0), shape.size(1)) : values;
    }

    private static float[] transpose(float[] values, int rows, int columns) {
        float[] turned = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[row * columns + column] = values[column * rows + row];
            }
        }
        return turned;
    }
}
