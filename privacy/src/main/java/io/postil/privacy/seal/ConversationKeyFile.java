package io.postil.privacy.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys of conversations in a file of lines {@code SHA-256 of the id: wrapped key}, both in Base64, each wrapped with a master key.
 * {@link #save} writes what is new; {@link #forget} writes at once. One process at a time. For one thread.
 */
public final class ConversationKeyFile implements ConversationKeys {
    private final Path file;
    private final WrappedKeys wrapping;
    private final Map<String, byte[]> wrapped;
    private final Map<String, ConversationKey> opened = new LinkedHashMap<>();
    private boolean changed;

    private ConversationKeyFile(Path file, WrappedKeys wrapping, Map<String, byte[]> wrapped) {
        this.file = file;
        this.wrapping = wrapping;
        this.wrapped = wrapped;
    }

    /**
     * Reads a file; one that does not exist is empty.
     *
     * @throws KeyRingException when it cannot be read or has a line that is no key
     */
    public static ConversationKeyFile open(Path file, KeyRing master) {
        var wrapped = new LinkedHashMap<String, byte[]>();
        if (Files.exists(file)) {
            int number = 0;
            for (String line : lines(file)) {
                number++;
                read(line.strip(), file + ", line " + number, wrapped);
            }
        }
        return new ConversationKeyFile(file, new WrappedKeys(master), wrapped);
    }

    @Override
    public ConversationKey of(String conversation) {
        return find(conversation).orElseGet(() -> create(conversation));
    }

    @Override
    public Optional<ConversationKey> find(String conversation) {
        var name = WrappedKeys.nameOf(conversation);
        if (!opened.containsKey(name) && wrapped.containsKey(name)) {
            opened.put(name, unwrap(name));
        }
        return Optional.ofNullable(opened.get(name));
    }

    @Override
    public boolean forget(String conversation) {
        var name = WrappedKeys.nameOf(conversation);
        opened.remove(name);
        boolean had = wrapped.remove(name) != null;
        changed |= had;
        save();
        return had;
    }

    /**
     * Replaces the file in one step where a key is new or forgotten.
     *
     * @throws KeyRingException when it cannot be written
     */
    public void save() {
        if (changed) {
            var lines = new ArrayList<String>();
            wrapped.forEach(
                    (name, key) -> lines.add(name + ": " + Base64.getEncoder().encodeToString(key)));
            KeyFile.replace(
                    file, "# Postil keys of conversations, wrapped. Without its line a conversation is lost.\n", lines);
            changed = false;
        }
    }

    private ConversationKey create(String conversation) {
        var key = ConversationKey.create();
        var name = WrappedKeys.nameOf(conversation);
        wrapped.put(name, wrapping.wrap(name, key));
        opened.put(name, key);
        changed = true;
        return key;
    }

    private ConversationKey unwrap(String name) {
        try {
            return wrapping.unwrap(name, wrapped.get(name));
        } catch (SealException e) {
            throw new KeyRingException(file + ": a conversation's key does not open: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new KeyRingException(
                    "key file " + file + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    private static void read(String line, String at, Map<String, byte[]> wrapped) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        int colon = line.indexOf(':');
        try {
            var key = Base64.getDecoder().decode(line.substring(colon + 1).strip());
            if (colon < 0 || wrapped.put(line.substring(0, colon), key) != null) {
                throw new KeyRingException(at + " has no colon or repeats a conversation");
            }
        } catch (IllegalArgumentException e) {
            throw new KeyRingException(at + " has a key that is not base64");
        }
    }
}
