package io.postil.privacy.seal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code id: base64} lines. Its errors name a place and a line number and never repeat what stands there. */
final class KeyLines {
    private final String origin;
    private final Set<String> ids = new HashSet<>();
    private final List<Key> keys = new ArrayList<>();

    private KeyLines(String origin) {
        this.origin = origin;
    }

    static List<Key> parse(String value, String origin) {
        var lines = new KeyLines(origin);
        int number = 0;
        for (String line : value.split("\\R", -1)) {
            number++;
            lines.read(line.strip(), number);
        }
        if (lines.keys.isEmpty()) {
            throw new KeyRingException(origin + " holds no key (expected lines of `id: base64 of 32 bytes`)");
        }
        return lines.keys;
    }

    private void read(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        for (String entry : line.split(",", -1)) {
            add(entry, number);
        }
    }

    private void add(String entry, int number) {
        int colon = entry.indexOf(':');
        if (colon < 0) {
            throw wrong(number, "has no colon (expected `id: base64 of 32 bytes`)");
        }
        var id = entry.substring(0, colon).strip();
        if (!Key.isId(id)) {
            throw wrong(number, "has an id that is not 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        if (ConversationKey.isId(id)) {
            throw wrong(number, "has an id of the form that keys of conversations have (c. and 16 characters)");
        }
        if (!ids.add(id)) {
            throw wrong(number, "repeats an id");
        }
        var secret = decode(unquoted(entry.substring(colon + 1).strip()))
                .orElseThrow(() -> wrong(number, "has a key that is not base64"));
        if (secret.length != Key.BYTES) {
            throw wrong(number, "has a key of " + secret.length + " bytes (expected " + Key.BYTES + ")");
        }
        keys.add(new Key(id, secret));
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            // Not kept as a cause: its message repeats a character of the key.
            return Optional.empty();
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private KeyRingException wrong(int number, String what) {
        return new KeyRingException(origin + ", line " + number + ", " + what);
    }
}
