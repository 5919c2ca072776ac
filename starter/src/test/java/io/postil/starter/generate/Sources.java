package io.postil.starter.generate;

/** Where values come from: names of persons, hand-written lists, and Datafaker's streets, places and companies. */
record Sources(NamePool names, ValueLists lists, FakedValues faked) {}
