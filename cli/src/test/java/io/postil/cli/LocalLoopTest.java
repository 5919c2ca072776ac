package io.postil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.cli.local.Local;
import io.postil.cli.local.LocalOptions;
import io.postil.model.torch.TorchOptions;
import io.postil.schemas.Annotation;
import io.postil.schemas.Checkpoint;
import io.postil.schemas.Fate;
import io.postil.schemas.Receipt;
import io.postil.schemas.Rollout;
import io.postil.schemas.Verdict;
import io.postil.starter.BundledBase;
import io.postil.starter.StarterData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole loop as a person sees it: text in, labels out, corrections in, a better model out, and back again. */
@Tag("broker")
class LocalLoopTest {
    private static final String TASK = "dialogue-act";
    private static final String WANTED = "request";
    private static final Path ROOT = Path.of(System.getProperty("postil.root"));

    private static final Path MODELS = ROOT.resolve("cli/target/models");

    @TempDir
    Path data;

    @Test
    void shouldLearnWhatSixAnnotatorsSayAndForgetItWhenRolledBack() throws Exception {
        Path policy = Files.writeString(data.resolve("policy.yaml"), Canaries.POLICY);
        String said;
        LocalOptions options = new LocalOptions(
                data.resolve("local"),
                0,
                false,
                Map.of("POSTIL_MASKING_POLICY", policy.toString()),
                ROOT.resolve("embedded/target/registry"),
                MODELS,
                new BundledBase(MODELS),
                TorchOptions.of(2),
                false,
                false);
        try (Overheard overheard = new Overheard();
                Termination termination = Termination.none();
                Local local = Local.start(options, overheard.writer(), termination);
                LoopClient client = new LoopClient(RecordJson.MAPPER.readTree(local.ready()))) {
            // Given 500 utterances, 60 of them of a kind that people see as requests
            List<String> asked = NewsQuestions.first(60);
            Map<String, Annotation> annotated = client.annotate(texts(asked));
            assertThat(annotated).hasSize(500);
            assertThat(client.annotationsSeen()).isEqualTo(500);
            assertThat(client.labels(annotated, TASK, asked)).doesNotContain(WANTED);

            // and canaries in every field of other messages and corrections
            Canaries canaries = new Canaries(client.settings());
            canaries.speak();
            List<String> planted = canaries.correct();

            // When six annotators correct them, each in a conversation of its own
            Set<String> corrections = client.correct(annotated, asked, TASK, WANTED, 6);

            // Then each is receipted, and a version is promoted with its reason
            Checkpoint promoted = client.awaitCheckpoint(TASK, Verdict.PROMOTED);
            Map<String, List<Receipt>> receipts = client.receipts(corrections);
            assertThat(receipts.keySet()).isEqualTo(corrections);
            assertThat(receipts.values()).allSatisfy(LocalLoopTest::eachFateOnce);
            Rollout rollout = client.rollout(TASK);
            assertThat(rollout.getChampion()).isEqualTo(promoted.getVersion());
            assertThat(rollout.getReason()).contains("held-out corrections");
            client.awaitServing(TASK, promoted.getVersion());

            // and texts of the kind that nobody corrected are labelled the new way
            List<String> unseen = NewsQuestions.next(40);
            Map<String, Annotation> after = client.annotate(unseen);
            assertThat(client.share(after, TASK, WANTED)).isGreaterThanOrEqualTo(0.9);
            assertThat(after.values()).allSatisfy(annotation -> assertThat(
                            LoopClient.result(annotation, TASK).getModelVersion())
                    .isEqualTo(promoted.getVersion()));

            // and a rollback takes the old labels back
            assertThat(client.command("rollout", "rollback", TASK)).isZero();
            Map<String, Annotation> back = client.annotate(asked);
            assertThat(client.labels(back, TASK, asked)).isEqualTo(client.labels(annotated, TASK, asked));

            // and what is forgotten can be opened no more, by nobody
            assertThat(client.receipts(Set.copyOf(planted))).hasSameSizeAs(planted);
            String keys = data.resolve("local/keys/postil.keys").toString();
            assertThat(client.command("open", Canaries.UTTERANCE, "--keys=" + keys))
                    .isZero();
            assertThat(client.command("forget", Canaries.CONVERSATION)).isZero();
            assertThat(client.command("open", Canaries.UTTERANCE, "--keys=" + keys))
                    .isOne();
            assertThat(client.command("forget", Canaries.CONVERSATION))
                    .as("a second time")
                    .isOne();
            overheard.note(client.http("/metrics"));
            overheard.note(client.http("/health"));
            said = overheard.said();
        }
        // and no canary is to be seen anywhere but where it was sent to
        Search search = new Search(Canaries.WORD);
        assertThat(search.in(said.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(search.in(data, file -> !isInput(file))).isEmpty();
        assertThat(search.in(data, LocalLoopTest::isInput))
                .as("the search finds what is there")
                .isNotEmpty();
    }

    private static boolean isInput(Path file) {
        return file.getParent().getFileName().toString().matches("postil\\.(utterances|feedback)-\\d+");
    }

    private static void eachFateOnce(List<Receipt> receipts) {
        List<Fate> fates = receipts.stream().map(Receipt::getFate).toList();
        assertThat(fates).doesNotHaveDuplicates();
        assertThat(fates.get(0)).isIn(Fate.ACCEPTED, Fate.HELD_OUT);
    }

    /** 500: those of the kind, and starter texts for the rest. */
    private static List<String> texts(List<String> asked) {
        List<String> texts = new ArrayList<>(asked);
        texts.addAll(StarterData.rows(TASK).stream()
                .map(row -> row.item().input().text())
                .distinct()
                .limit(500L - asked.size())
                .collect(Collectors.toList()));
        return texts;
    }
}
