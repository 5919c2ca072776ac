package io.postil.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class ConsumerLagTest {
    private final Map<MetricName, org.apache.kafka.common.Metric> metrics = new HashMap<>();

    @Test
    void shouldAddUpThePartitions() {
        add("records-lag", Map.of("client-id", "a-1-consumer", "topic", "utterances", "partition", "0"), 5.0);
        add("records-lag", Map.of("client-id", "a-1-consumer", "topic", "utterances", "partition", "1"), 7.0);

        assertThat(ConsumerLag.of(metrics)).isEqualTo(12);
    }

    @Test
    void shouldCountAPartitionOnceThatIsReportedUnderTwoNames() {
        add("records-lag", Map.of("client-id", "c", "topic", "postil.utterances", "partition", "0"), 5.0);
        add("records-lag", Map.of("client-id", "c", "topic", "postil_utterances", "partition", "0"), 5.0);

        assertThat(ConsumerLag.of(metrics)).isEqualTo(5);
    }

    @Test
    void shouldLeaveOutWhatIsNoLagOfItsTopics() {
        add("records-lag", Map.of("client-id", "a-1-restore-consumer", "topic", "changelog", "partition", "0"), 900.0);
        add("records-lag-max", Map.of("client-id", "a-1-consumer", "topic", "utterances", "partition", "0"), 70.0);
        add("records-lag", Map.of("client-id", "a-1-consumer", "topic", "utterances", "partition", "0"), Double.NaN);

        assertThat(ConsumerLag.of(metrics)).isZero();
    }

    private void add(String name, Map<String, String> tags, double value) {
        MetricName key = new MetricName(name, "consumer-fetch-manager-metrics", "", tags);
        metrics.put(key, new org.apache.kafka.common.Metric() {
            @Override
            public MetricName metricName() {
                return key;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }
}
