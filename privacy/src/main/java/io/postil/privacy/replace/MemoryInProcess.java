package io.postil.privacy.replace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A memory that is lost with the process, and grows with the number of conversations. */
public final class MemoryInProcess implements ConversationMemory {
    private final Map<String, List<Mark>> marks = new HashMap<>();

    @Override
    public List<Mark> recall(String conversation) {
        return List.copyOf(marks.getOrDefault(conversation, List.of()));
    }

    @Override
    public void remember(String conversation, List<Mark> added) {
        marks.computeIfAbsent(conversation, name -> new ArrayList<>()).addAll(added);
    }
}
