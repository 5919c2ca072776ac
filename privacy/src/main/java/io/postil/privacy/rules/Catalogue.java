package io.postil.privacy.rules;

import java.util.List;

/** All rules there are. */
final class Catalogue {
    private Catalogue() {}

    static List<Rule> all() {
        return List.of(new EmailRule());
    }
}
