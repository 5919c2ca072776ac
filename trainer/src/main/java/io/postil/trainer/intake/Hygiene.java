package io.postil.trainer.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What senders say freely in a correction, as far as it may go on: names of tasks and versions have a form, people are not named. */
final class Hygiene {
    private static final Pattern TASK = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final int DIGEST_BYTES = 12;

    private Hygiene() {}

    /** The name of a task, or a word in its place where it has not the form of one. */
    static String task(String task) {
        return TASK.matcher(task).matches() ? task : "unknown";
    }

    static Optional<String> version(String version) {
        return Optional.ofNullable(version).filter(name -> VERSION.matcher(name).matches());
    }

    /** Tells annotators apart without naming them: 16 characters of the SHA-256 of what one is called. */
    static String annotator(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(java.util.Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
