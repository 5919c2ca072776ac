package io.postil.stream.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.model.Input;
import io.postil.schemas.RolloutStatus;
import io.postil.schemas.Stage;
import io.postil.stream.fixtures.ScriptedClassifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final List<RolloutStatus> reports = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private Shelf shelf;
    private ServedModels models;
    private Rollouts rollouts;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
        shelf.put("nli", "v1", "v2", "v3");
        models = shelf.models("nli");
        rollouts = new Rollouts(models.byTask(), "here", reports::add, clock);
    }

    @AfterEach
    void close() {
        models.close();
        assertThat(shelf.opened).as("models that are still open").allMatch(ScriptedClassifier::closed);
    }

    @Test
    void shouldServeTheChampionAndSayWithWhichDigest() {
        rollouts.want(Shelf.rollout("nli", "v1").build());
        rollouts.settle();

        Answers answers = ask("any");
        assertThat(answers.model().version()).isEqualTo("v1");
        assertThat(reports).singleElement().satisfies(status -> {
            assertThat(status.getTask() + "/" + status.getInstance()).isEqualTo("nli/here");
            assertThat(status.getChampion()).isEqualTo("v1");
            assertThat(status.getChampionDigest()).isEqualTo(answers.model().digest());
            assertThat(status.getSince()).isEqualTo(START);
            assertThat(status.getProblem()).isNull();
        });
        assertThat(rollouts.ready()).isTrue();
    }

    @Test
    void shouldSwapAndCloseTheOldVersion() {
        reach("v1");

        reach("v2");

        assertThat(ask("any").model().version()).isEqualTo("v2");
        assertThat(shelf.opened.get(0).closed()).isTrue();
        assertThat(reports).extracting(RolloutStatus::getChampion).containsExactly("v1", "v2");
        assertThat(shelf.metrics.events()).contains("serving nli v1", "serving nli v2");
    }

    @Test
    void shouldKeepTheOldVersionAndSaySoWhenTheNewOneIsMissing() {
        reach("v1");

        reach("v9");

        assertThat(ask("any").model().version()).isEqualTo("v1");
        assertThat(reports.get(1).getChampion()).isEqualTo("v1");
        assertThat(reports.get(1).getProblem()).contains("v9");
        assertThat(rollouts.problems()).containsKey("nli");
        assertThat(shelf.metrics.count("load failed nli")).isEqualTo(1);
    }

    @Test
    void shouldRefuseAVersionWhoseFilesWereChanged() {
        reach("v1");
        shelf.spoil("nli", "v2");

        reach("v2");

        assertThat(ask("any").model().version()).isEqualTo("v1");
        assertThat(reports.get(1).getProblem()).contains("config.json", "changed");
    }

    @Test
    void shouldKeepTheOldVersionWhenTheNewOneCannotBeOpened() {
        shelf.put("nli", "broken");
        reach("v1");

        reach("broken");

        assertThat(ask("any").model().version()).isEqualTo("v1");
        assertThat(reports.get(1).getProblem()).contains("a tensor has no bytes");
    }

    @Test
    void shouldRefuseAModelWithTheWrongHead() {
        shelf.put("nli", "wrong-head");
        reach("v1");

        reach("wrong-head");

        assertThat(ask("any").model().version()).isEqualTo("v1");
        assertThat(reports.get(1).getProblem()).contains("TOKENS").contains("SEQUENCE");
    }

    @Test
    void shouldSaySoWhenThereIsNoVersionAtAll() {
        reach("v9");

        assertThat(rollouts.ready()).isFalse();
        assertThat(reports).singleElement().satisfies(status -> {
            assertThat(status.getChampion()).isNull();
            assertThat(status.getProblem()).contains("v9");
        });
    }

    @Test
    void shouldTryAgainAfterAWhile() {
        reach("v9");
        shelf.put("nli", "v9");
        rollouts.settle();
        assertThat(rollouts.ready()).as("at once").isFalse();

        clock.pass(Duration.ofSeconds(31));
        rollouts.settle();

        assertThat(ask("any").model().version()).isEqualTo("v9");
        assertThat(reports.get(1).getProblem()).isNull();
    }

    @Test
    void shouldRepeatItsReportBeforeTheTopicForgetsIt() {
        reach("v1");
        rollouts.settle();
        assertThat(reports).hasSize(1);

        clock.pass(Duration.ofHours(1));
        rollouts.settle();

        assertThat(reports).hasSize(2);
        assertThat(reports.get(1).getSince()).isEqualTo(START);
    }

    @Test
    void shouldSayThatShadowIsNotSupported() {
        rollouts.want(Shelf.rollout("nli", "v1")
                .setChallenger("v2")
                .setStage(Stage.SHADOW)
                .build());
        rollouts.settle();

        assertThat(versionsThatAnswer()).containsExactly("v1");
        assertThat(reports.get(0).getProblem()).contains("SHADOW");
    }

    @Test
    void shouldLetTheChallengerAnswerSomeKeys() {
        canary("v2", 30);

        assertThat(versionsThatAnswer()).containsExactlyInAnyOrder("v1", "v2");
        assertThat(reports.get(0).getChallenger()).isEqualTo("v2");
    }

    @Test
    void shouldTakeTheChallengerAwayWhenTheCanaryEnds() {
        canary("v2", 30);

        reach("v1");

        assertThat(versionsThatAnswer()).containsExactly("v1");
        assertThat(shelf.opened.get(1).closed()).isTrue();
    }

    @Test
    void shouldSayWhatACanaryLacks() {
        rollouts.want(Shelf.rollout("nli", "v1").setStage(Stage.CANARY).build());
        rollouts.settle();

        assertThat(versionsThatAnswer()).containsExactly("v1");
        assertThat(reports.get(0).getProblem()).contains("CANARY", "percent");
    }

    @Test
    void shouldLeaveTasksOfOthersAlone() {
        rollouts.want(Shelf.rollout("sentiment", "v1").build());
        rollouts.settle();

        assertThat(reports).isEmpty();
        assertThat(rollouts.problems()).containsEntry("nli", "waits for a first rollout");
    }

    private void reach(String version) {
        rollouts.want(Shelf.rollout("nli", version).build());
        rollouts.settle();
    }

    private void canary(String challenger, int percent) {
        rollouts.want(Shelf.rollout("nli", "v1")
                .setChallenger(challenger)
                .setStage(Stage.CANARY)
                .setPercent(percent)
                .build());
        rollouts.settle();
    }

    private Set<String> versionsThatAnswer() {
        return IntStream.range(0, 100)
                .mapToObj(i -> ask("key-" + i).model().version())
                .collect(Collectors.toSet());
    }

    private Answers ask(String key) {
        Draw draw = Draw.of(key.getBytes(StandardCharsets.UTF_8), "");
        return models.ask("nli", draw, List.of(Input.of("Hi", "Ho"))).join();
    }

    private static final class SettableClock extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
