package io.postil.service;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.MetricName;

/** How many records wait for a Kafka Streams application, by what its consumers say of themselves. */
public final class ConsumerLag {
    private static final String METRIC = "records-lag";
    private static final String RESTORING = "-restore-consumer";

    private ConsumerLag() {}

    /**
     * Committed records of its topics that have not been fetched yet, over all partitions of this process. What restores state
     * does not count. Kafka's consumer reports a partition of a topic with dots in its name twice, the second time with
     * underscores instead; it counts once.
     *
     * @param metrics of {@code KafkaStreams.metrics()}
     */
    public static double of(Map<MetricName, ? extends org.apache.kafka.common.Metric> metrics) {
        Map<String, Double> byPartition = metrics.entrySet().stream()
                .filter(metric -> counts(metric.getKey()))
                .collect(Collectors.toMap(
                        metric -> partition(metric.getKey()), metric -> value(metric.getValue()), Math::max));
        return byPartition.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static boolean counts(MetricName name) {
        return name.name().equals(METRIC)
                && name.tags().containsKey("partition")
                && !name.tags().getOrDefault("client-id", "").endsWith(RESTORING);
    }

    private static String partition(MetricName name) {
        return name.tags().getOrDefault("client-id", "") + "/"
                + name.tags().getOrDefault("topic", "").replace('.', '_') + "/"
                + name.tags().get("partition");
    }

    /** Before the first fetch it is no number. */
    private static double value(org.apache.kafka.common.Metric metric) {
        return metric.metricValue() instanceof Double value && value > 0 ? value : 0;
    }
}
