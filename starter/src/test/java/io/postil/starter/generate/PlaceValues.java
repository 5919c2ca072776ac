package io.postil.starter.generate;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Cities, countries and regions. French countries and regions are those that take "en". */
final class PlaceValues {

    private final Map<String, List<String>> names;

    /** @param names lists by language and kind, such as {@code en.city} */
    PlaceValues(Map<String, List<String>> names) {
        this.names = names;
    }

    String value(String language, String form, Random random) {
        String kind = !form.isEmpty() ? form : Pick.one(random, "city", "city", "country", "region");
        return Pick.one(random, names.get(language + "." + kind));
    }
}
