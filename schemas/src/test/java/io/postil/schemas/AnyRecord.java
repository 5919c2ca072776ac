package io.postil.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Any record of a generated class, made from its schema. */
final class AnyRecord {

    private AnyRecord() {}

    static <V extends SpecificRecord> Arbitrary<V> of(Class<V> type) {
        return any(SpecificData.get().getSchema(type)).map(type::cast);
    }

    private static Arbitrary<?> any(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION -> union(schema);
            case ARRAY -> any(schema.getElementType()).list().ofMaxSize(4);
            case MAP -> Arbitraries.maps(text(), any(schema.getValueType())).ofMaxSize(4);
            case ENUM -> Arbitraries.of(SpecificData.get().getClass(schema).getEnumConstants());
            case STRING -> text();
            case BYTES -> Arbitraries.bytes().array(byte[].class).ofMaxSize(64).map(ByteBuffer::wrap);
            case INT -> Arbitraries.integers();
            case LONG -> number(schema);
            case DOUBLE -> Arbitraries.doubles();
            case BOOLEAN -> Arbitraries.of(true, false);
            default -> throw new IllegalArgumentException("no records use " + schema.getType());
        };
    }

    private static Arbitrary<?> number(Schema schema) {
        Arbitrary<Long> longs = Arbitraries.longs();
        return schema.getLogicalType() == null ? longs : longs.map(Instant::ofEpochMilli);
    }

    /** Without lone surrogates, which do not come back. */
    private static Arbitrary<String> text() {
        return Arbitraries.strings().all().ofMaxLength(40).map(text -> new String(text.getBytes(UTF_8), UTF_8));
    }

    private static Arbitrary<?> union(Schema schema) {
        List<Arbitrary<Object>> branches = new ArrayList<>();
        for (Schema branch : schema.getTypes()) {
            branches.add(
                    branch.getType() == Schema.Type.NULL
                            ? Arbitraries.just(null)
                            : any(branch).asGeneric());
        }
        return Arbitraries.oneOf(branches);
    }

    private static Arbitrary<?> record(Schema schema) {
        List<Arbitrary<Object>> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(any(field.schema()).asGeneric()));
        return Combinators.combine(fields).as(values -> {
            var record =
                    (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
            for (int i = 0; i < values.size(); i++) {
                record.put(i, values.get(i));
            }
            return record;
        });
    }
}
