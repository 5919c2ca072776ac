package io.postil.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** The state of a {@link FakeRegistry} and its answers, with Confluent's error codes. Threading: guarded by this object. */
final class FakeSubjects {

    /** An HTTP status and a body. */
    record Reply(int status, JsonNode body) {}

    private final ObjectMapper json = new ObjectMapper();
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> versions = new TreeMap<>();
    private final Map<String, String> compatibility = new HashMap<>();

    /** Answers a request; the path has no base and starts with no slash. */
    synchronized Reply answer(String method, String path, JsonNode body) {
        String[] at = path.split("/", -1);
        String route = method + " " + at[0] + " " + at.length;
        return switch (route) {
            case "GET subjects 1" -> new Reply(200, json.valueToTree(versions.keySet()));
            case "GET schemas 3" -> byId(Integer.parseInt(at[2]));
            case "GET subjects 4" -> byVersion(at[1], at[3]);
            case "POST subjects 2" -> lookUp(at[1], body);
            case "POST subjects 3" -> register(at[1], body);
            case "POST compatibility 5" -> compatible(at[2], body);
            case "PUT config 2" -> configure(at[1], body);
            case "GET config 2" -> configured(at[1]);
            default -> error(404, 404, "HTTP 404 Not Found");
        };
    }

    private Reply register(String subject, JsonNode body) {
        Schema schema;
        try {
            schema = parse(body);
        } catch (AvroRuntimeException e) {
            return error(422, 42201, "Invalid schema: " + e.getMessage());
        }
        List<Integer> ids = versions.getOrDefault(subject, List.of());
        Optional<Integer> known = ids.stream().filter(id -> same(id, schema)).findFirst();
        if (known.isPresent()) {
            return id(known.get());
        }
        if (!readsAll(schema, ids)) {
            return error(
                    409,
                    409,
                    "Schema being registered is incompatible with an earlier schema for subject \"" + subject + "\"");
        }
        int id = idOf(schema);
        versions.computeIfAbsent(subject, key -> new ArrayList<>()).add(id);
        return id(id);
    }

    private Reply lookUp(String subject, JsonNode body) {
        if (!versions.containsKey(subject)) {
            return error(404, 40401, "Subject '" + subject + "' not found.");
        }
        Schema schema = parse(body);
        List<Integer> ids = versions.get(subject);
        return ids.stream()
                .filter(id -> same(id, schema))
                .findFirst()
                .map(id -> version(subject, ids.indexOf(id) + 1))
                .orElseGet(() -> error(404, 40403, "Schema not found"));
    }

    private Reply byId(int id) {
        if (id < 1 || id > schemas.size()) {
            return error(404, 40403, "Schema " + id + " not found");
        }
        return new Reply(
                200, json.createObjectNode().put("schema", schemas.get(id - 1).toString()));
    }

    private Reply byVersion(String subject, String version) {
        int count = versions.getOrDefault(subject, List.of()).size();
        int number = version.equals("latest") ? count : Integer.parseInt(version);
        if (count == 0) {
            return error(404, 40401, "Subject '" + subject + "' not found.");
        }
        return number > count ? error(404, 40402, "Version " + number + " not found.") : version(subject, number);
    }

    private Reply compatible(String subject, JsonNode body) {
        if (!versions.containsKey(subject)) {
            return error(404, 40401, "Subject '" + subject + "' not found.");
        }
        boolean fits = readsAll(parse(body), versions.get(subject));
        return new Reply(200, json.createObjectNode().put("is_compatible", fits));
    }

    private Reply configure(String subject, JsonNode body) {
        compatibility.put(subject, body.path("compatibility").asText());
        return new Reply(200, body);
    }

    private Reply configured(String subject) {
        String level = compatibility.get(subject);
        return level == null
                ? error(404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured")
                : new Reply(200, json.createObjectNode().put("compatibilityLevel", level));
    }

    Reply error(int status, int code, String message) {
        return new Reply(status, json.createObjectNode().put("error_code", code).put("message", message));
    }

    private Reply id(int id) {
        return new Reply(200, json.createObjectNode().put("id", id));
    }

    private Reply version(String subject, int number) {
        int id = versions.get(subject).get(number - 1);
        ObjectNode body = json.createObjectNode()
                .put("subject", subject)
                .put("version", number)
                .put("id", id);
        return new Reply(200, body.put("schema", schemas.get(id - 1).toString()));
    }

    private boolean readsAll(Schema reader, List<Integer> writers) {
        return writers.stream()
                .map(id -> SchemaCompatibility.checkReaderWriterCompatibility(reader, schemas.get(id - 1)))
                .allMatch(pair -> pair.getType() == SchemaCompatibilityType.COMPATIBLE);
    }

    private int idOf(Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    private boolean same(int id, Schema schema) {
        return schemas.get(id - 1).equals(schema);
    }

    private static Schema parse(JsonNode body) {
        return new Schema.Parser().parse(body.path("schema").asText());
    }
}
