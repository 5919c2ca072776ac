package io.postil.cli.local;

import io.postil.schemas.AvroSerdes;
import io.postil.schemas.SubjectRegistrar;
import io.postil.schemas.TopicAdmin;
import io.postil.schemas.TopicOutcome;
import io.postil.schemas.Topics;
import io.postil.schemas.Utterance;
import io.postil.stream.StreamConfig;
import io.postil.trainer.TrainerConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How the parts of `postil local` are configured: as processes of their own would be, with other values. */
final class LocalConfig {
    private static final int PARTITIONS = 2;

    private final LocalFolder folder;
    private final LocalAddresses addresses;
    private final Map<String, String> given;
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

    /** @param given variables of the processes' settings, of which those that say where things are do not count */
    LocalConfig(LocalFolder folder, LocalAddresses addresses, Map<String, String> given) {
        this.folder = folder;
        this.addresses = addresses;
        this.given = given;
    }

    Topics topics() {
        return topics;
    }

    /** In fp32 where nothing else is said: measuring what is fastest takes seconds a model, and a first look waits for them. */
    StreamConfig stream() {
        Map<String, String> settings = common();
        settings.putIfAbsent("POSTIL_MODEL_NUMERIC", "fp32");
        settings.put("POSTIL_STREAM_STATE", folder.streamState().toString());
        settings.put("POSTIL_STREAM_INSTANCE", "local");
        return StreamConfig.read(Optional.empty(), settings);
    }

    TrainerConfig trainer() {
        Map<String, String> settings = common();
        settings.put("POSTIL_TRAINER_STATE", folder.trainerState().toString());
        settings.putIfAbsent("POSTIL_RUNS_EXAMPLES", "20");
        settings.putIfAbsent("POSTIL_RUNS_WAIT", "2m");
        settings.putIfAbsent("POSTIL_FEEDBACK_WAIT", "10m");
        return TrainerConfig.read(Optional.empty(), settings);
    }

    List<TopicOutcome> createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", addresses.bootstrap()))) {
            List<TopicOutcome> outcomes = TopicAdmin.create(admin, topics, PARTITIONS, 1);
            new SubjectRegistrar(registry()).register(topics);
            return outcomes;
        }
    }

    Producer<String, Utterance> producer() {
        Map<String, Object> settings = new TreeMap<>(registry());
        settings.put("bootstrap.servers", addresses.bootstrap());
        return new KafkaProducer<>(
                settings,
                new StringSerializer(),
                new AvroSerdes(registry()).serde(Utterance.class).serializer());
    }

    private Map<String, String> registry() {
        return Map.of("schema.registry.url", addresses.registry());
    }

    private Map<String, String> common() {
        Map<String, String> settings = new TreeMap<>(given);
        settings.put("POSTIL_TOPICS_PREFIX", topics.prefix());
        settings.put("POSTIL_KAFKA_BOOTSTRAP", addresses.bootstrap());
        settings.put("POSTIL_REGISTRY_URL", addresses.registry());
        settings.put("POSTIL_CHECKPOINTS_PATH", folder.store().toString());
        settings.put("POSTIL_KEYS_FILE", folder.keys().toString());
        return settings;
    }
}
