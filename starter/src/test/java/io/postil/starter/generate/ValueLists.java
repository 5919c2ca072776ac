package io.postil.starter.generate;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Hand-written lists by language and kind, such as {@code en.city}. French countries and regions are those that take "en". */
final class ValueLists {

    private final Map<String, List<String>> lists;

    ValueLists(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    String place(String language, String form, Random random) {
        String kind = !form.isEmpty() ? form : Pick.one(random, "city", "city", "country", "region");
        return one(language, kind, random);
    }

    /** What is sold everywhere under one name. */
    String brand(Random random) {
        return Pick.one(random, lists.get("brand"));
    }

    String one(String language, String kind, Random random) {
        List<String> list = lists.get(language + "." + kind);
        if (list == null) {
            throw new IllegalArgumentException("no list " + language + "." + kind);
        }
        return Pick.one(random, list);
    }
}
