package io.postil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postil.schemas.AvroSerdes;
import io.postil.schemas.SchemaRefusedException;
import io.postil.schemas.SubjectRegistrar;
import io.postil.schemas.SubjectRegistrar.Registered;
import io.postil.schemas.Topics;
import io.postil.schemas.UndecodableException;
import io.postil.schemas.Utterance;
import io.postil.schemas.registry.Answer;
import io.postil.schemas.registry.RegistryClient;
import io.postil.schemas.registry.RegistrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** What we ask of a registry, and what it answers; each kind of registry inherits it. */
abstract class RegistryContract {

    private final Topics topics = new Topics("contract-" + UUID.randomUUID() + ".");
    private final String topic = topics.utterances().name();
    private final String subject = topics.utterances().subject();
    private final Utterance utterance =
            Utterances.saying("good morning \uD83D\uDE00").build();

    /** Where the registry is. */
    abstract String url();

    @Test
    void shouldReadWithOneClientWhatAnotherHasWritten() {
        byte[] bytes = serde(true).serializer().serialize(topic, utterance);

        Utterance read = serde(true).deserializer().deserialize(topic, bytes);

        assertThat(read).isEqualTo(utterance);
    }

    @Test
    void shouldGiveOneIdToTheClassAndToItsCommittedFile() throws IOException {
        int ofClass = given(client().register(subject, Utterance.getClassSchema()));

        int ofFile = given(client().register(subject, committed()));

        assertThat(ofFile).isEqualTo(ofClass);
        assertThat(given(client().lookUp(subject, committed()))).isEqualTo(ofClass);
    }

    @Test
    void shouldGiveTheSchemaOfAnId() throws IOException {
        int id = given(client().register(subject, committed()));

        assertThat(given(client().schema(id))).isEqualTo(committed());
    }

    @Test
    void shouldNotKnowAnIdThatWasNeverGiven() {
        byte[] bytes = {0, 0x7f, 0, 0, 1, 2};

        var thrown = catchThrowableOfType(
                UndecodableException.class, () -> serde(true).deserializer().deserialize(topic, bytes));

        assertThat(thrown.reason()).isEqualTo(UndecodableException.Reason.UNKNOWN_SCHEMA);
        assertThat(thrown).hasMessageContainingAll(topic, "id " + 0x7f000001);
    }

    @Test
    void shouldOnlyLookUpWhenToldNotToRegister() {
        assertThatThrownBy(() -> serde(false).serializer().serialize(topic, utterance))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContainingAll(topic, subject, "look up", "404");

        byte[] registered = serde(true).serializer().serialize(topic, utterance);

        assertThat(serde(false).serializer().serialize(topic, utterance)).isEqualTo(registered);
    }

    @Test
    void shouldRegisterEverySubjectOfTheCatalogue() {
        List<Registered> first = registrar().register(topics);

        List<Registered> second = registrar().register(topics);

        assertThat(first).hasSameSizeAs(topics.all()).allSatisfy(each -> assertThat(each.looser())
                .isEmpty());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void shouldRefuseASchemaThatCannotReadWhatWasWritten() {
        registrar().register(topics);
        Schema incompatible = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Utterance\",\"namespace\":\"io.postil.schemas\",\"fields\":["
                        + "{\"name\":\"mood\",\"type\":\"int\"}]}");

        Answer<Integer> answer = client().register(subject, incompatible);

        assertThat(given(client().compatible(subject, incompatible))).isFalse();
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.status())
                .isEqualTo(409));
    }

    @Test
    void shouldAcceptASchemaThatReadsWhatWasWritten() {
        registrar().register(topics);
        Schema fewer = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Utterance\",\"namespace\":\"io.postil.schemas\",\"fields\":["
                        + "{\"name\":\"text\",\"type\":\"string\"}]}");

        assertThat(given(client().compatible(subject, fewer))).isTrue();
    }

    private static <T> T given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<T>) answer).value();
    }

    private static Schema committed() throws IOException {
        var file = Repository.root().resolve("schemas/src/main/avro/Utterance.avsc");
        return new Schema.Parser().parse(Files.readString(file));
    }

    private Serde<Utterance> serde(boolean register) {
        Map<String, Object> settings = new HashMap<>(settings());
        settings.put("auto.register.schemas", register);
        return new AvroSerdes(settings).serde(Utterance.class);
    }

    private RegistryClient client() {
        return new RegistryClient(RegistrySettings.of(settings()));
    }

    private SubjectRegistrar registrar() {
        return new SubjectRegistrar(settings());
    }

    private Map<String, String> settings() {
        return Map.of("schema.registry.url", url());
    }
}
