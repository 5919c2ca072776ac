package io.postil.stream.annotate;

import io.postil.privacy.replace.ConversationMemory;
import io.postil.privacy.seal.WrappedKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** The marks of one task's conversations, by the conversations' names; of each the newest few. Threading: the task's. */
final class StoredMemory implements ConversationMemory {
    /** Some 12 KB of marks, which are read for each text of the conversation. */
    static final int MOST = 256;

    private final KeyValueStore<String, byte[]> store;

    StoredMemory(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    @Override
    public List<Mark> recall(String conversation) {
        byte[] value = store.get(WrappedKeys.nameOf(conversation));
        return value == null ? List.of() : read(value);
    }

    @Override
    public void remember(String conversation, List<Mark> marks) {
        List<Mark> all = new ArrayList<>(recall(conversation));
        all.addAll(marks);
        store.put(WrappedKeys.nameOf(conversation), write(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }

    void forgetNamed(String name) {
        store.delete(name);
    }

    private static byte[] write(List<Mark> marks) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (Mark mark : marks) {
                out.writeUTF(mark.digest());
                out.writeUTF(mark.type());
                out.writeInt(mark.number());
                out.writeInt(mark.words());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no mark can be written", e);
        }
        return bytes.toByteArray();
    }

    private static List<Mark> read(byte[] value) {
        List<Mark> marks = new ArrayList<>();
        try (var in = new DataInputStream(new ByteArrayInputStream(value))) {
            while (in.available() > 0) {
                marks.add(new Mark(in.readUTF(), in.readUTF(), in.readInt(), in.readInt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is remembered of a conversation cannot be read", e);
        }
        return marks;
    }
}
