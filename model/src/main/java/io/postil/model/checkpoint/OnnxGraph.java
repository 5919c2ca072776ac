package io.postil.model.checkpoint;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes and stored tensors of an ONNX file, read by field number.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>
 */
final class OnnxGraph {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OPERATOR = 4;
    private static final int TENSOR_DIMS = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;
    private static final int FLOAT = 1;

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Stored> tensors = new LinkedHashMap<>();

    record Node(String operator, List<String> inputs, List<String> outputs) {}

    /** A tensor of floats, little-endian. */
    record Stored(Shape shape, ByteString raw) {}

    /** Takes a message's field, or says that it did not. */
    private interface Field {
        boolean read(int number, CodedInputStream in) throws IOException;
    }

    static OnnxGraph read(byte[] file) {
        OnnxGraph graph = new OnnxGraph();
        CodedInputStream in = CodedInputStream.newInstance(file);
        in.enableAliasing(true);
        try {
            fields(in, (number, model) -> number == MODEL_GRAPH && graph.readGraph(model));
        } catch (IOException e) {
            throw new CheckpointException("not an ONNX file", e);
        }
        return graph;
    }

    List<Node> nodes() {
        return nodes;
    }

    Map<String, Stored> tensors() {
        return tensors;
    }

    private boolean readGraph(CodedInputStream in) throws IOException {
        return message(in, (number, graph) -> switch (number) {
            case GRAPH_NODE -> readNode(graph);
            case GRAPH_INITIALIZER -> readTensor(graph);
            default -> false;
        });
    }

    private boolean readNode(CodedInputStream in) throws IOException {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        StringBuilder operator = new StringBuilder();
        message(in, (number, node) -> switch (number) {
            case NODE_INPUT -> inputs.add(node.readString());
            case NODE_OUTPUT -> outputs.add(node.readString());
            case NODE_OPERATOR -> !operator.append(node.readString()).isEmpty();
            default -> false;
        });
        return nodes.add(new Node(operator.toString(), inputs, outputs));
    }

    private boolean readTensor(CodedInputStream in) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        List<Integer> type = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        List<ByteString> raw = new ArrayList<>();
        message(in, (number, tensor) -> switch (number) {
            case TENSOR_DIMS -> sizes.add((int) tensor.readInt64());
            case TENSOR_TYPE -> type.add(tensor.readInt32());
            case TENSOR_NAME -> !name.append(tensor.readString()).isEmpty();
            case TENSOR_RAW -> raw.add(tensor.readBytes());
            default -> false;
        });
        Shape shape = new Shape(sizes);
        if (type.contains(FLOAT) && raw.size() == 1 && raw.get(0).size() == 4 * shape.count()) {
            tensors.put(name.toString(), new Stored(shape, raw.get(0)));
        }
        return true;
    }

    private static boolean message(CodedInputStream in, Field field) throws IOException {
        int before = in.pushLimit(in.readRawVarint32());
        fields(in, field);
        in.popLimit(before);
        return true;
    }

    private static void fields(CodedInputStream in, Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field.read(WireFormat.getTagFieldNumber(tag), in)) {
                in.skipField(tag);
            }
        }
    }
}
