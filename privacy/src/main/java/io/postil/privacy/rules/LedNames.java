package io.postil.privacy.rules;

import java.util.List;
import java.util.Set;

/** Persons by the words before them: introductions, greetings, closings and titles. One line of a table each. */
final class LedNames {
    static final Words ADDRESSED = Words.of(
            "anh", "chi", "ong", "ba", "thay", "chu", "co", "bac", "be", "em", "chau", "cau", "di", "thang", "ten");
    /** Those of them that are not words of other languages as well. */
    static final Set<String> ADDRESSES_WITHOUT_ACCENTS = Set.of("anh", "chi", "ong", "ba", "thay", "chu");
    /** The same with their accents. */
    static final Set<String> ADDRESSES = Set.of(
            "anh", "chị", "ông", "bà", "thầy", "chú", "cô", "bác", "bé", "em", "cháu", "cậu", "dì", "thằng", "tên");

    private LedNames() {}

    static List<Rule> rules() {
        return List.of(
                new LedNameRule(
                        "name-introduced",
                        "names after words that introduce somebody",
                        LedWords.INTRODUCED,
                        0.8,
                        LedNameRule.Place.ANYWHERE),
                new LedNameRule(
                        "name-said",
                        "given names of the list in small letters after words such as i am",
                        LedWords.SAID,
                        0.6,
                        LedNameRule.Place.LISTED),
                new LedNameRule(
                        "name-greeted",
                        "names after a greeting",
                        LedWords.GREETED,
                        0.5,
                        LedNameRule.Place.BEFORE_A_STOP),
                new LedNameRule(
                        "name-closing",
                        "names after the closing of a letter, at the end of a line",
                        LedWords.CLOSING,
                        0.6,
                        LedNameRule.Place.END_OF_LINE),
                new LedNameRule(
                        "name-titled-short",
                        "names after the French title of one letter",
                        Words.of("m."),
                        0.7,
                        LedNameRule.Place.ANYWHERE),
                new LedNameRule(
                        "name-addressed",
                        "names after Vietnamese words for whom one speaks to or of",
                        ADDRESSED,
                        0.6,
                        LedNameRule.Place.NOT_LOUD),
                new LedNameRule(
                        "name-labelled",
                        "names of two words or more after labels and words such as patient or delivery to",
                        LedWords.LABELLED,
                        0.6,
                        LedNameRule.Place.FULL),
                new LedNameRule(
                        "name-kin",
                        "names after words for relatives, friends and neighbours",
                        LedWords.KIN,
                        0.6,
                        LedNameRule.Place.BESIDE),
                new LedNameRule(
                        "name-titled", "names after a title", TitleRule.TITLES, 0.8, LedNameRule.Place.ANYWHERE));
    }

    /** Whether a word, with a capital or not, is nobody's name. */
    static boolean isNobody(String word) {
        return LedWords.NOBODY.contains(word);
    }
}
