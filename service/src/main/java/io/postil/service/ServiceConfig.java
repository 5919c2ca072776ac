package io.postil.service;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What every process is configured with; a key means the same in each.
 *
 * @param checkpoints folder of the checkpoint store
 * @param keys file of the key ring
 * @param longestText of text and pair together, in UTF-16 code units
 */
public record ServiceConfig(
        KafkaConfig kafka, RegistryConfig registry, HttpConfig http, Path checkpoints, Path keys, int longestText) {
    /** For the process to make its topics of. */
    public static final Setting<String> TOPIC_PREFIX =
            Setting.text("topics.prefix", "postil.", "Beginning of each topic's name.");

    static final Setting<Path> CHECKPOINTS = Setting.path("checkpoints.path", null, "The checkpoint store's folder.");
    static final Setting<Path> KEYS =
            Setting.path("keys.file", null, "Keys that texts are sealed with; the first one seals, all of them open.");
    static final Setting<Integer> LONGEST_TEXT = Setting.number(
            "text.max", 1, Integer.MAX_VALUE, 1_000_000, "The most UTF-16 code units of text and pair together.");

    /**
     * These settings, and a process's own after them: the order of the reference page.
     *
     * @param httpPort what {@code http.port} is unless set
     */
    public static List<Setting<?>> with(int httpPort, Setting<?>... own) {
        List<Setting<?>> common = List.of(
                KafkaConfig.BOOTSTRAP,
                RegistryConfig.URL,
                RegistryConfig.REGISTER,
                TOPIC_PREFIX,
                CHECKPOINTS,
                KEYS,
                LONGEST_TEXT,
                HttpConfig.HOST,
                HttpConfig.port(httpPort));
        return Stream.concat(common.stream(), Stream.of(own)).toList();
    }

    /** Beginnings of keys that are passed on unread. */
    public static List<String> prefixes() {
        return List.of(KafkaConfig.CLIENT, RegistryConfig.CLIENT);
    }

    /** Takes its own out of settings that were read with those of {@link #with} among the known ones. */
    public static ServiceConfig of(Settings settings) {
        return new ServiceConfig(
                KafkaConfig.of(settings),
                RegistryConfig.of(settings),
                HttpConfig.of(settings),
                settings.value(CHECKPOINTS),
                settings.value(KEYS),
                settings.value(LONGEST_TEXT));
    }
}
