package io.postil.schemas;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the catalogue as {@code docs/topics.md}. */
public final class TopicsPage {

    private TopicsPage() {}

    public static String of(Topics topics) {
        return String.format(
                Locale.ROOT,
                """
                # Topics

                Printed from the catalogue in `schemas` (`Topics`); the prefix `%s` is a setting. `postil topics create` creates
                them; one that exists is compared, and differences are reported, never changed. Values are Avro in the
                Confluent wire format (byte 0, four bytes of schema id, big-endian, Avro binary); the schema's subject is the topic's name
                and `-value`. Keys are strings in UTF-8.

                | topic | key | value | cleanup | kept | time | partitions | largest message | written by |
                |---|---|---|---|---|---|---|---|---|
                %s
                ## What they hold

                %s
                A producer to any of them needs `max.request.size` of %s bytes. With a replication of three or more, all copies but
                one must have taken a write (`min.insync.replicas`).
                """,
                topics.prefix(),
                topics.all().stream().map(TopicsPage::row).collect(Collectors.joining()),
                topics.all().stream().map(TopicsPage::item).collect(Collectors.joining()),
                Topics.MAX_REQUEST_BYTES);
    }

    private static String row(Topic<?> topic) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | [%s](../schemas/src/main/avro/%s.avsc) | %s | %s | %s | %s | %d | %s |\n",
                topic.name(),
                topic.key(),
                topic.type().getSimpleName(),
                topic.type().getSimpleName(),
                topic.cleanup().policy(),
                topic.cleanup().retention().map(TopicsPage::days).orElse("for ever"),
                topic.settings().get("message.timestamp.type"),
                topic.spread() == Topic.Spread.SINGLE ? "1" : "as set",
                topic.maxMessageBytes(),
                topic.writers());
    }

    private static String item(Topic<?> topic) {
        return "- `" + topic.name() + "`: " + topic.description() + "\n";
    }

    private static String days(Duration duration) {
        return duration.toDays() + " days";
    }
}
