package io.postil.cli;

import java.util.ArrayList;
import java.util.List;

/** Questions for news, which a model of dialogue acts takes as questions, and a help desk as requests to look something up. */
final class NewsQuestions {
    private static final List<String> FORMS = List.of(
            "any news about %s?",
            "is there any news on %s",
            "do you have news about %s?",
            "what's the news on %s?",
            "any update on %s please?",
            "des nouvelles de %s ?");
    private static final List<String> SUBJECTS = List.of(
            "my parcel",
            "the refund",
            "my claim",
            "the new router",
            "order 4471",
            "my application",
            "the repair",
            "our booking",
            "the missing suitcase",
            "my appointment",
            "the contract",
            "my contract change",
            "the plumber",
            "the spare part",
            "my complaint",
            "the invoice",
            "our tickets");

    private NewsQuestions() {}

    /** The first so many. */
    static List<String> first(int count) {
        return all().subList(0, count);
    }

    /** The last so many, none of which is among the first sixty. */
    static List<String> next(int count) {
        List<String> all = all();
        return all.subList(all.size() - count, all.size());
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        SUBJECTS.forEach(subject -> FORMS.forEach(form -> all.add(form.formatted(subject))));
        return all;
    }
}
