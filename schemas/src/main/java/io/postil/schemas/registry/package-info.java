/** The HTTP client of a schema registry that speaks Confluent's API. It knows Avro and JSON, neither Kafka nor the records. */
package io.postil.schemas.registry;
