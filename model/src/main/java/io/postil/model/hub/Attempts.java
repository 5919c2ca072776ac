package io.postil.model.hub;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;

/**
 * Tries again what may go better next time: a cut connection, 429 and 5xx. Waits 1, 2, 4 seconds and so on, or as long as the hub's
 * Retry-After asks, at most a minute.
 *
 * @param most tries without any progress
 */
record Attempts(int most, Consumer<Duration> pause) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** What is tried. */
    interface Try<T> {
        T run() throws IOException;
    }

    /** Thrown inside a try whose answer says to come back later. */
    static final class BusyException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Duration wait;

        BusyException(String message, HttpResponse<?> response) {
            super(message);
            this.wait = response.headers()
                    .firstValue("Retry-After")
                    .map(BusyException::duration)
                    .orElse(Duration.ZERO);
        }

        private static Duration duration(String value) {
            try {
                return value.strip().matches("\\d{1,6}")
                        ? Duration.ofSeconds(Long.parseLong(value.strip()))
                        : Duration.between(
                                Instant.now(),
                                ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
            } catch (DateTimeParseException e) {
                return Duration.ZERO;
            }
        }
    }

    /** @throws HubException with what went wrong last */
    <T> T of(String what, Try<T> attempt) {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.run();
            } catch (IOException e) {
                if (tries == most) {
                    throw new HubException(what + ": " + reason(e) + " (" + tries + " tries)", e);
                }
                pause.accept(wait(e, tries));
            }
        }
    }

    /** Java's client says nothing of an address where nobody answers. */
    private static String reason(IOException failure) {
        return failure.getMessage() == null
                ? "the hub cannot be reached: " + failure.getClass().getSimpleName()
                : failure.getMessage();
    }

    private static Duration wait(IOException failure, int tries) {
        Duration usual = Duration.ofSeconds(1L << (tries - 1));
        Duration asked = failure instanceof BusyException busy ? busy.wait : Duration.ZERO;
        Duration wait = asked.compareTo(usual) > 0 ? asked : usual;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
