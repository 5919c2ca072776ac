package io.postil.schemas;

import java.util.List;

/** What {@link TopicAdmin} found or did for one topic. */
public sealed interface TopicOutcome {

    String topic();

    /** It was not there and has been created. */
    record Created(String topic) implements TopicOutcome {}

    /** It was there, as wanted. */
    record AsWanted(String topic) implements TopicOutcome {}

    /** It was there, with other settings, which were left alone. */
    record Differs(String topic, List<Difference> differences) implements TopicOutcome {
        public Differs {
            differences = List.copyOf(differences);
        }
    }

    /** A setting of a topic that is not as wanted. */
    record Difference(String setting, String wanted, String found) {
        @Override
        public String toString() {
            return setting + " is " + found + ", expected " + wanted;
        }
    }
}
