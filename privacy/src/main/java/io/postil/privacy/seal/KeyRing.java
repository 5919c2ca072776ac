package io.postil.privacy.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that seals are made and opened with. New seals take the first key, the active one; the others still open what they
 * sealed. Immutable, safe for use by many threads.
 *
 * <p>A key file has one key a line, {@code id: base64 of 32 bytes}; blank lines and lines that begin with {@code #} are
 * skipped. It is valid YAML too.
 */
public final class KeyRing {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Key> keys;
    private final Key active;

    KeyRing(List<Key> keys) {
        var byId = new LinkedHashMap<String, Key>();
        keys.forEach(key -> byId.put(key.id(), key));
        this.keys = byId;
        this.active = keys.get(0);
    }

    /**
     * Reads a key file.
     *
     * @throws KeyRingException when it is missing or has a line that is no key
     */
    public static KeyRing read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new KeyRingException("key file " + file + " does not exist; KeyRing.generate makes one", e);
        } catch (IOException e) {
            throw new KeyRingException(
                    "key file " + file + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /**
     * Reads keys out of a value, such as an environment variable's; keys may be parted by commas as well as by lines.
     *
     * @param origin what an error names: the file or the variable
     * @throws KeyRingException when there is no key, or something that is none
     */
    public static KeyRing parse(String value, String origin) {
        return new KeyRing(KeyLines.parse(value, origin));
    }

    /** A ring with one new key that is kept nowhere: what it seals is lost with it. For tests and dry runs. */
    public static KeyRing ephemeral() {
        return new KeyRing(List.of(newKey("ephemeral")));
    }

    /**
     * Makes a key file with one new key, readable by its owner alone, and returns its ring.
     *
     * @throws KeyRingException when the file exists or cannot be written
     */
    public static KeyRing generate(Path file) {
        var ring = new KeyRing(List.of(newKey("k" + today(Clock.systemUTC()))));
        KeyFile.create(file, ring.lines());
        return ring;
    }

    /**
     * Puts a new active key before the others, in the file and in the ring that is returned. The file is replaced in one step.
     * Whoever seals with the ring goes on with the old key until it reads the file again.
     */
    public static KeyRing rotate(Path file) {
        return rotate(file, Clock.systemUTC());
    }

    static KeyRing rotate(Path file, Clock clock) {
        var ring = read(file).withNewKey("k" + today(clock));
        KeyFile.replace(file, ring.lines());
        return ring;
    }

    /** The id of the key that new seals name. */
    public String active() {
        return active.id();
    }

    /** The ids of all keys, the active one first. */
    public List<String> ids() {
        return List.copyOf(keys.keySet());
    }

    Key activeKey() {
        return active;
    }

    Optional<Key> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private KeyRing withNewKey(String wanted) {
        var id = wanted;
        for (int n = 2; keys.containsKey(id); n++) {
            id = wanted + "-" + n;
        }
        var all = new ArrayList<Key>();
        all.add(newKey(id));
        all.addAll(keys.values());
        return new KeyRing(all);
    }

    private List<String> lines() {
        return keys.values().stream().map(Key::line).toList();
    }

    private static Key newKey(String id) {
        var secret = new byte[Key.BYTES];
        RANDOM.nextBytes(secret);
        return new Key(id, secret);
    }

    private static String today(Clock clock) {
        return LocalDate.now(clock).toString().replace("-", "");
    }

    @Override
    public String toString() {
        return "KeyRing" + ids();
    }
}
