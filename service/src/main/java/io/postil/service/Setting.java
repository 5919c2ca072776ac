package io.postil.service;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One setting of a process, declared once: its key in the YAML file, what it takes, its default, and what it is for.
 *
 * @param key dotted, lower case: {@code kafka.bootstrap}; the environment variable is {@code POSTIL_KAFKA_BOOTSTRAP}
 * @param expected what a value looks like, for errors and for the reference page
 * @param parser throws {@link IllegalArgumentException} for a value that is none
 * @param fallback the default in text form; empty where the setting is required
 */
public record Setting<T>(
        String key, String expected, Function<String, T> parser, Optional<String> fallback, String description) {

    public static Setting<String> text(String key, String fallback, String description) {
        return new Setting<>(key, "text", Function.identity(), Optional.ofNullable(fallback), description);
    }

    public static Setting<Path> path(String key, String fallback, String description) {
        return new Setting<>(key, "a path", Path::of, Optional.ofNullable(fallback), description);
    }

    public static Setting<URI> uri(String key, String fallback, String description) {
        return new Setting<>(key, "a URI", URI::create, Optional.ofNullable(fallback), description);
    }

    /** A whole number between two bounds, both included. */
    public static Setting<Integer> number(String key, int least, int most, Integer fallback, String description) {
        String range = least + " to " + (most == Integer.MAX_VALUE ? "2^31 - 1" : Integer.toString(most));
        return new Setting<>(
                key, "a whole number, " + range, text -> bounded(text, least, most), textOf(fallback), description);
    }

    /** A number between two bounds, both included. */
    public static Setting<Double> decimal(String key, double least, double most, Double fallback, String description) {
        return new Setting<>(
                key,
                "a number, " + plain(least) + " to " + plain(most),
                text -> bounded(text, least, most),
                Optional.ofNullable(fallback).map(Setting::plain),
                description);
    }

    public static Setting<Boolean> flag(String key, Boolean fallback, String description) {
        return new Setting<>(key, "true or false", Setting::flagOf, textOf(fallback), description);
    }

    /** A duration such as {@code 250ms}, {@code 30s}, {@code 10m}, {@code 12h}, {@code 7d}, or ISO 8601 ({@code PT5M}). */
    public static Setting<Duration> duration(String key, String fallback, String description) {
        return new Setting<>(
                key, "a duration such as 30s or 10m", Setting::durationOf, Optional.ofNullable(fallback), description);
    }

    /** A duration that is more than nothing. */
    public static Setting<Duration> positive(String key, String fallback, String description) {
        return new Setting<>(
                key,
                "a duration such as 30s or 10m, more than 0",
                text -> positive(durationOf(text)),
                Optional.ofNullable(fallback),
                description);
    }

    /** Names, separated by commas; in YAML a list is taken too. */
    public static Setting<List<String>> names(String key, String fallback, String description) {
        return new Setting<>(
                key, "names separated by commas", Setting::namesOf, Optional.ofNullable(fallback), description);
    }

    /** One of an enum's constants, in lower case. */
    public static <E extends Enum<E>> Setting<E> oneOf(String key, Class<E> type, E fallback, String description) {
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new Setting<>(
                key,
                "one of " + names,
                text -> Enum.valueOf(type, text.trim().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(fallback).map(value -> value.name().toLowerCase(Locale.ROOT)),
                description);
    }

    /** The environment variable that overrides the file. */
    public String variable() {
        return "POSTIL_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Optional<String> textOf(Object value) {
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static int bounded(String text, int least, int most) {
        int value = Integer.parseInt(text.trim());
        if (value < least || value > most) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static double bounded(String text, double least, double most) {
        double value = Double.parseDouble(text.trim());
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static Duration positive(Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("not more than 0");
        }
        return value;
    }

    private static boolean flagOf(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static List<String> namesOf(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Duration durationOf(String text) {
        String value = text.trim().toLowerCase(Locale.ROOT);
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("(\\d{1,12})(ms|s|m|h|d)").matcher(value);
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
        try {
            Duration parsed = Duration.parse(value);
            if (parsed.isNegative()) {
                throw new IllegalArgumentException("below 0");
            }
            return parsed;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no duration", e);
        }
    }
}
