package io.postil.schemas;

import org.apache.avro.Schema;

/** Schemas by id and ids by schema, for whoever writes or reads a topic. Threading: for several threads at once. */
interface SchemaIds {

    /**
     * The id to write a topic's values with.
     *
     * @throws SchemaRefusedException if the registry does not take the schema
     * @throws RegistryUnavailableException if no registry answers
     */
    int idOf(String topic, Schema schema);

    /**
     * The schema that a value of a topic was written with.
     *
     * @throws UndecodableException if there is none of that id
     * @throws RegistryUnavailableException if no registry answers
     */
    Schema schemaOf(String topic, int id);
}
