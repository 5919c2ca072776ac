package io.postil.model.checkpoint;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.postil.model.CheckpointException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: eight bytes of length (little-endian), then JSON that says for each tensor its element
 * type, shape and place. The format's rules are enforced: places follow each other without a hole and fill the file.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
record SafetensorsHeader(long dataStart, Map<String, Place> places) {
    /** Enough for thirty thousand tensors; parsing a longer one would take memory without bounds. */
    private static final long LONGEST = 1 << 22;

    private static final String METADATA = "__metadata__";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Where a tensor lies; offsets count from the start of the data. */
    record Place(ElementType type, Shape shape, long begin, long end) {}

    static SafetensorsHeader read(Path file, SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        if (size < 8) {
            throw bad(file, "it has " + size + " bytes, expected at least 8");
        }
        long length = ByteBuffer.wrap(bytes(file, channel, 8))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (length < 0 || length > LONGEST || length > size - 8) {
            throw bad(
                    file,
                    "its header should take " + length + " bytes, the file has " + size + " (expected at most "
                            + LONGEST + ")");
        }
        JsonNode header = parse(file, bytes(file, channel, (int) length));
        Map<String, Place> places = new LinkedHashMap<>();
        header.properties().forEach(entry -> {
            if (!entry.getKey().equals(METADATA)) {
                places.put(entry.getKey(), place(file, entry.getKey(), entry.getValue()));
            }
        });
        checkCoverage(file, places, size - 8 - length);
        return new SafetensorsHeader(8 + length, places);
    }

    private static byte[] bytes(Path file, SeekableByteChannel channel, int count) throws IOException {
        byte[] bytes = new byte[count];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw bad(file, "it ends within its header");
            }
        }
        return bytes;
    }

    private static JsonNode parse(Path file, byte[] bytes) {
        try {
            JsonNode header = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            if (!header.isObject()) {
                throw bad(file, "its header is not a JSON object");
            }
            header.path(METADATA).forEach(value -> checkMetadata(file, value.isTextual()));
            checkMetadata(file, header.path(METADATA).isObject() || !header.has(METADATA));
            return header;
        } catch (CharacterCodingException e) {
            throw new CheckpointException(file + ": not safetensors: its header is not UTF-8", e);
        } catch (IOException e) {
            throw new CheckpointException(file + ": not safetensors: its header is not JSON", e);
        }
    }

    private static void checkMetadata(Path file, boolean good) {
        if (!good) {
            throw bad(file, METADATA + " is not an object of texts");
        }
    }

    private static Place place(Path file, String name, JsonNode node) {
        String typeName = node.path("dtype").asText();
        ElementType type = ElementType.named(typeName)
                .orElseThrow(() -> bad(file, "tensor " + name + " has the unknown dtype '" + typeName + "'"));
        JsonNode offsets = node.path("data_offsets");
        if (!node.path("shape").isArray()
                || offsets.size() != 2
                || !isOffset(offsets.get(0))
                || !isOffset(offsets.get(1))) {
            throw bad(file, "tensor " + name + " lacks shape, or data_offsets of two whole numbers from 0");
        }
        Place place = new Place(
                type,
                shape(file, name, node),
                offsets.get(0).asLong(),
                offsets.get(1).asLong());
        checkSize(file, name, place);
        return place;
    }

    private static boolean isOffset(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0;
    }

    private static Shape shape(Path file, String name, JsonNode node) {
        List<Integer> sizes = new ArrayList<>();
        for (JsonNode size : node.path("shape")) {
            if (!size.isIntegralNumber() || !size.canConvertToInt() || size.asInt() < 0) {
                throw bad(file, "tensor " + name + " has the size " + size + " in its shape");
            }
            sizes.add(size.asInt());
        }
        return new Shape(sizes);
    }

    private static void checkSize(Path file, String name, Place place) {
        long expected;
        try {
            expected = Math.multiplyExact(
                    place.shape().count(), (long) place.type().bytes());
        } catch (ArithmeticException e) {
            throw new CheckpointException(file + ": tensor " + name + ": shape " + place.shape() + " is too large", e);
        }
        if (place.end() - place.begin() != expected) {
            throw bad(
                    file,
                    "tensor " + name + " of shape " + place.shape() + " takes " + expected + " bytes, its offsets say ["
                            + place.begin() + ", " + place.end() + ")");
        }
    }

    private static void checkCoverage(Path file, Map<String, Place> places, long dataSize) {
        long next = 0;
        var inOrder = places.entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Place> e) -> e.getValue().begin())
                        .thenComparingLong(e -> e.getValue().end()))
                .toList();
        for (var entry : inOrder) {
            if (entry.getValue().begin() != next) {
                throw bad(
                        file,
                        "tensor " + entry.getKey() + " begins at "
                                + entry.getValue().begin() + ", expected " + next);
            }
            next = entry.getValue().end();
        }
        if (next != dataSize) {
            throw bad(file, "its tensors take " + next + " bytes, the file has " + dataSize + " (truncated?)");
        }
    }

    private static CheckpointException bad(Path file, String reason) {
        return new CheckpointException(file + ": not safetensors: " + reason);
    }
}
