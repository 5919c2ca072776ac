package io.postil.schemas;

import io.postil.schemas.UndecodableException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Ids count from 1 in the order in which schemas are first seen. */
final class InMemorySchemaIds implements SchemaIds {

    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public int idOf(String topic, Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public Schema schemaOf(String topic, int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UndecodableException(Reason.UNKNOWN_SCHEMA, "no schema " + id);
        }
        return schemas.get(id - 1);
    }
}
