package io.postil.schemas.registry;

import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Reads schemas as leniently as they were registered: names and defaults of others are not judged. */
final class WriterSchema {

    private WriterSchema() {}

    /** The last of the texts; those before it define the names it uses. */
    static Answer<Schema> parse(List<String> texts) {
        var parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
        try {
            Schema last = null;
            for (String text : texts) {
                last = parser.parse(text);
            }
            return new Answer.Given<>(last);
        } catch (AvroRuntimeException e) {
            return new Answer.Refused<>(200, 200, "the schema cannot be parsed: " + e.getMessage());
        }
    }
}
