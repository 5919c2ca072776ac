package io.postil.schemas;

import io.postil.schemas.TopicOutcome.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/** How the topics lie on a cluster, and how those found there differ from it. */
record TopicLayout(int partitions, int replication) {

    TopicLayout {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: " + partitions + " (expected 1 or more)");
        }
        if (replication < 1 || replication > Short.MAX_VALUE) {
            throw new IllegalArgumentException("replication: " + replication + " (expected 1 or more)");
        }
    }

    NewTopic wanted(Topic<?> topic) {
        var settings = new TreeMap<>(topic.settings());
        settings.put("min.insync.replicas", Integer.toString(Math.max(1, replication - 1)));
        return new NewTopic(topic.name(), topic.partitions(partitions), (short) replication).configs(settings);
    }

    static TopicOutcome compare(NewTopic wanted, TopicDescription found, Config config) {
        List<Difference> differences = new ArrayList<>();
        add(
                differences,
                "partitions",
                wanted.numPartitions(),
                found.partitions().size());
        add(
                differences,
                "replication",
                wanted.replicationFactor(),
                found.partitions().get(0).replicas().size());
        for (Map.Entry<String, String> setting : wanted.configs().entrySet()) {
            ConfigEntry entry = config.get(setting.getKey());
            String value = entry == null ? "not set" : entry.value();
            if (!elements(setting.getValue()).equals(elements(value))) {
                differences.add(new Difference(setting.getKey(), setting.getValue(), value));
            }
        }
        return differences.isEmpty()
                ? new TopicOutcome.AsWanted(wanted.name())
                : new TopicOutcome.Differs(wanted.name(), differences);
    }

    private static void add(List<Difference> differences, String setting, int wanted, int found) {
        if (wanted != found) {
            differences.add(new Difference(setting, Integer.toString(wanted), Integer.toString(found)));
        }
    }

    /** A list's order says nothing: {@code delete,compact} is {@code compact,delete}. */
    private static TreeSet<String> elements(String value) {
        return new TreeSet<>(Arrays.asList(value.split(",", -1)));
    }
}
