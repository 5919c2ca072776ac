package io.postil.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.service.Health;
import io.postil.service.Health.Status;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamHealthTest {

    @ParameterizedTest
    @CsvSource({
        "CREATED, STARTING",
        "REBALANCING, STARTING",
        "RUNNING, UP",
        "PENDING_SHUTDOWN, DOWN",
        "NOT_RUNNING, DOWN",
        "PENDING_ERROR, DOWN",
        "ERROR, DOWN"
    })
    void shouldFollowTheStateOfTheStream(State state, Status status) {
        assertThat(health(state, Map.of(), Optional.empty()).status()).isEqualTo(status);
    }

    @Test
    void shouldSayWhatItWaitsFor() {
        Health health = health(State.CREATED, Map.of("nli", "waits for a first rollout"), Optional.empty());

        assertThat(health.details()).containsEntry("nli", "waits for a first rollout");
    }

    @Test
    void shouldStayUpWhenARolloutCouldNotBeReached() {
        assertThat(health(State.RUNNING, Map.of("nli", "v9 is missing"), Optional.empty())
                        .status())
                .isEqualTo(Status.UP);
    }

    @Test
    void shouldBeDownWhenAThreadHasJustEnded() {
        Health health = health(State.RUNNING, Map.of(), Optional.of("the registry is away"));

        assertThat(health.status()).isEqualTo(Status.DOWN);
        assertThat(health.details()).containsEntry("reason", "the registry is away");
    }

    private static Health health(State state, Map<String, String> problems, Optional<String> trouble) {
        return StreamHealth.of(state, problems, Optional.empty(), trouble);
    }
}
