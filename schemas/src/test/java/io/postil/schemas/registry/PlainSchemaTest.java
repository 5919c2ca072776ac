package io.postil.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.schemas.Correction;
import io.postil.schemas.Utterance;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class PlainSchemaTest {

    @Test
    void shouldLeaveOutWhatOnlyJavaPutsThere() {
        assertThat(PlainSchema.text(Correction.getClassSchema())).doesNotContain("avro.java.string");
    }

    @Test
    void shouldKeepNamesDocsDefaultsAndLogicalTypes() {
        Schema plain = new Schema.Parser().parse(PlainSchema.text(Utterance.getClassSchema()));

        assertThat(plain.getDoc()).isEqualTo(Utterance.getClassSchema().getDoc());
        assertThat(plain.getField("conversationId").hasDefaultValue()).isTrue();
        assertThat(plain.getField("attributes").schema().getValueType().getType())
                .isEqualTo(Schema.Type.STRING);
        assertThat(plain.toString()).contains("timestamp-millis");
    }

    @Test
    void shouldTurnAnAnnotatedStringIntoAString() {
        var annotated =
                new Schema.Parser().parse("[\"null\", {\"type\": \"string\", \"avro.java.string\": \"String\"}]");

        assertThat(PlainSchema.text(annotated)).isEqualTo("[\"null\",\"string\"]");
    }
}
