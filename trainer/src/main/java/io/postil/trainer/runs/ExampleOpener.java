package io.postil.trainer.runs;

import io.postil.model.Field;
import io.postil.model.Head;
import io.postil.model.Input;
import io.postil.model.train.TrainingItem;
import io.postil.privacy.seal.ConversationKey;
import io.postil.privacy.seal.SealException;
import io.postil.privacy.seal.Sealer;
import io.postil.privacy.seal.Unsealer;
import io.postil.schemas.Bytes;
import io.postil.schemas.CorrectedSpan;
import io.postil.schemas.Example;
import io.postil.schemas.SealContext;
import io.postil.schemas.Utterance;
import io.postil.schemas.UtteranceCodec;
import io.postil.trainer.parts.ReplayData;
import io.postil.trainer.parts.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens sealed examples for the length of a run. */
final class ExampleOpener {
    private static final Logger LOG = LoggerFactory.getLogger(ExampleOpener.class);

    private final Unsealer unsealer;

    ExampleOpener(Unsealer unsealer) {
        this.unsealer = unsealer;
    }

    /** Leaves out, and counts, what cannot be opened or has a label that the task's head lacks. */
    RunData open(Task task, TaskLedger ledger, ReplayData replay) {
        List<RunData.Corrected> opened = new ArrayList<>();
        ledger.examples().forEach((key, noted) -> item(task, noted.example())
                .ifPresent(item -> opened.add(new RunData.Corrected(key, item, noted.example()))));
        return new RunData(replay, opened, ledger.examples().size() - opened.size());
    }

    /** The id of the conversation's key that an example is sealed with; nothing where it is another key, or none. */
    static Optional<String> conversationKey(Example example) {
        try {
            return Optional.of(Sealer.keyId(Bytes.of(example.getSealed()))).filter(ConversationKey::isId);
        } catch (SealException e) {
            return Optional.empty();
        }
    }

    private Optional<TrainingItem> item(Task task, Example example) {
        if (!fits(task, example)) {
            LOG.atWarn()
                    .setMessage("Left out an example whose label or span type the task does not have")
                    .addKeyValue("task", task.name())
                    .addKeyValue("correction", example.getCorrectionId())
                    .log();
            return Optional.empty();
        }
        try {
            return Optional.of(item(task, example, utterance(example)));
        } catch (SealException e) {
            LOG.atWarn()
                    .setMessage("Left out an example that cannot be opened")
                    .addKeyValue("task", task.name())
                    .addKeyValue("correction", example.getCorrectionId())
                    .addKeyValue("reason", e.reason())
                    .log();
            return Optional.empty();
        }
    }

    private static boolean fits(Task task, Example example) {
        return task.head() == Head.SEQUENCE
                ? task.labels().contains(example.getLabel())
                : example.getSpans() != null
                        && example.getSpans().stream()
                                .allMatch(span -> task.labels().contains(span.getType()));
    }

    private Utterance utterance(Example example) {
        var context = SealContext.utterance(example.getUtteranceId());
        return UtteranceCodec.decode(unsealer.open(Bytes.of(example.getSealed()), context));
    }

    private static TrainingItem item(Task task, Example example, Utterance utterance) {
        if (task.head() == Head.TOKENS) {
            var input = new Input(utterance.getText(), Optional.ofNullable(utterance.getTextPair()));
            var spans = example.getSpans().stream().map(ExampleOpener::gold).toList();
            return new TrainingItem.Spanned(input, spans);
        }
        var input =
                task.pair() ? Input.of(utterance.getText(), utterance.getTextPair()) : Input.of(utterance.getText());
        return new TrainingItem.Labelled(input, example.getLabel());
    }

    private static TrainingItem.Gold gold(CorrectedSpan span) {
        return new TrainingItem.Gold(
                Field.valueOf(span.getField().name()), span.getType(), span.getStart(), span.getEnd());
    }
}
