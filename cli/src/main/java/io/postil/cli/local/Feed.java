package io.postil.cli.local;

import io.postil.schemas.Topic;
import io.postil.schemas.Utterance;
import io.postil.starter.SampleTurn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends sample conversations, turn by turn, over and over, each round as new conversations. Owns its thread and producer. */
final class Feed implements AutoCloseable {
    private final Producer<String, Utterance> producer;
    private final Topic<Utterance> topic;
    private final List<SampleTurn> turns;
    private final Duration pause;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "postil-feed");

    private Feed(Producer<String, Utterance> producer, Topic<Utterance> topic, List<SampleTurn> turns, Duration pause) {
        this.producer = producer;
        this.topic = topic;
        this.turns = turns;
        this.pause = pause;
    }

    static Feed start(
            Producer<String, Utterance> producer, Topic<Utterance> topic, List<SampleTurn> turns, Duration pause) {
        Feed feed = new Feed(producer, topic, turns, pause);
        feed.thread.start();
        return feed;
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
    }

    private void run() {
        try {
            String round = round();
            for (int i = 0; !stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS); i++) {
                if (i > 0 && i % turns.size() == 0) {
                    round = round();
                }
                send(turns.get(i % turns.size()), round, i % turns.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(SampleTurn turn, String round, int index) {
        String conversation = turn.conversation() + "-" + round;
        Utterance utterance = Utterance.newBuilder()
                .setId("feed-" + round + "-" + index)
                .setConversationId(conversation)
                .setSpeaker(turn.speaker())
                .setText(turn.text())
                .setTextPair(turn.textPair().orElse(null))
                .setLanguage(turn.language())
                .setSentAt(Instant.now())
                .build();
        var unused = producer.send(new ProducerRecord<>(topic.name(), conversation, utterance));
    }

    private static String round() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
