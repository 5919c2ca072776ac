package io.postil.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics of a catalogue. A topic that exists is compared, never changed. */
public final class TopicAdmin {

    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Admin admin;
    private final TopicLayout layout;

    private TopicAdmin(Admin admin, TopicLayout layout) {
        this.admin = admin;
        this.layout = layout;
    }

    /**
     * Creates what is missing and compares what is there. May be called again at any time, and by several programs at once.
     *
     * @param partitions of each topic that spreads by key
     * @param replication copies of each partition; with three or more, all but one must take a write
     * @return an outcome for each topic, in the catalogue's order
     * @throws TopicAdminException if the broker refuses, or does not answer in the admin client's time
     */
    public static List<TopicOutcome> create(Admin admin, Topics topics, int partitions, int replication) {
        return new TopicAdmin(admin, new TopicLayout(partitions, replication)).create(topics.all());
    }

    private List<TopicOutcome> create(List<Topic<?>> topics) {
        List<NewTopic> wanted = topics.stream().map(layout::wanted).toList();
        Map<String, KafkaFuture<Void>> creations = admin.createTopics(wanted).values();
        List<TopicOutcome> outcomes = new ArrayList<>();
        try {
            for (NewTopic topic : wanted) {
                outcomes.add(outcome(topic, creations.get(topic.name())));
            }
            return outcomes;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private TopicOutcome outcome(NewTopic wanted, KafkaFuture<Void> creation) throws InterruptedException {
        try {
            creation.get();
            return new TopicOutcome.Created(wanted.name());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return compare(wanted);
            }
            throw refused("created", wanted.name(), e.getCause());
        }
    }

    /** Another program may have created the topic just now, and the broker that is asked not have heard of it yet. */
    private TopicOutcome compare(NewTopic wanted) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return TopicLayout.compare(wanted, description(wanted.name()), config(wanted.name()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || attempt == ATTEMPTS) {
                    throw refused("described", wanted.name(), e.getCause());
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private TopicDescription description(String topic) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get();
    }

    private Config config(String topic) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).values().get(resource).get();
    }

    private static TopicAdminException refused(String what, String topic, Throwable cause) {
        return new TopicAdminException("topic " + topic + " could not be " + what + ": " + cause.getMessage(), cause);
    }
}
