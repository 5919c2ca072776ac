package io.postil.privacy.replace;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.InstitutionWords;
import io.postil.privacy.NameLinks;
import io.postil.privacy.Types;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes off what a model has found the words that are nobody's name: those of a list that have no capital, or only the one that the
 * beginning of a sentence gives them; in German texts its common nouns too. A finding of nothing else is none, nor is one of common
 * words in a line of capitals, or of products. Immutable.
 */
final class CommonWords {
    private static final String FILE = "common-words.txt";
    private static final String GERMAN_PART = "# German";
    private static final String PRODUCTS_PART = "# Products";
    private static final String WRITTEN_PART = "# Vietnamese, as written";
    private static final Set<String> NAMES = Set.of(Types.PERSON, Types.LOCATION, Types.ORGANIZATION, "NATIONALITY");
    /** Small words of German alone; where two of them stand, or one among few words, a text is German. */
    private static final Set<String> TELL_GERMAN = Set.of(
            "ihr", "nach", "kommt", "wurde", "sich", "auch", "noch", "dass", "wenn", "oder", "keine", "geehrte", "der",
            "das", "und", "ist", "nicht", "ich", "wir", "sie", "ein", "eine", "einen", "einem", "mit", "auf", "den",
            "dem", "bei", "bitte", "haben", "hat", "wird", "zum", "zur", "fur", "vom", "im", "sehr", "ihre", "unsere");

    private static final String VIETNAMESE_RULE = "name-vietnamese";
    /** Rules that take words with a capital for names by what stands before them. */
    private static final Set<String> LED_RULES = Set.of("name-labelled", "name-kin");

    private static final String INITIAL_RULE = "name-initial";
    private static final String INSTITUTION_RULE = "institution";
    private static final int FEW = 6;

    private static final Map<String, Set<String>> LISTS = lists();
    private static final Set<String> GERMAN = LISTS.get(GERMAN_PART);
    /** With their accents, in lower case. */
    private static final Set<String> WRITTEN = LISTS.get(WRITTEN_PART);

    private static final Set<String> PRODUCTS = LISTS.get(PRODUCTS_PART);
    private static final Set<String> OTHERS = LISTS.get("");

    private final String text;
    private final boolean isGerman;

    CommonWords(String text) {
        this.text = text;
        var words = WordRuns.of(text);
        int telling = 0;
        for (int i = 0; i < words.count(); i++) {
            telling += TELL_GERMAN.contains(plain(words.word(i))) && !words.isCapital(i) ? 1 : 0;
        }
        this.isGerman = telling > 1 || (telling == 1 && words.count() <= FEW);
    }

    /** The finding without common words at its ends; empty where it has no other. */
    Optional<Finding> trimmed(Finding finding) {
        if (!NAMES.contains(finding.type())) {
            return Optional.of(finding);
        }
        var words = WordRuns.of(text.substring(finding.start(), finding.end()));
        if (finding.source() != Source.MODEL) {
            return isOfCommonWords(finding, words) ? Optional.empty() : Optional.of(finding);
        }
        int first = 0;
        int last = words.count() - 1;
        while (first <= last && isCommon(finding, words, first) && !isLink(words, first, last)) {
            first++;
        }
        while (last >= first && isCommon(finding, words, last)) {
            last--;
        }
        if (areProducts(words, first, last) || areLoudAndCommon(finding, words)) {
            return Optional.empty();
        }
        if (words.count() == 0 || (first == 0 && last == words.count() - 1)) {
            return Optional.of(finding);
        }
        int start = finding.start();
        return first > last
                ? Optional.empty()
                : Optional.of(finding.at(
                        first == 0 ? start : start + words.word(first).start(),
                        last == words.count() - 1
                                ? finding.end()
                                : start + words.word(last).end()));
    }

    /** Whether a word with a capital may be a part of a name that stands before it. */
    boolean mayBeName(String word) {
        var words = WordRuns.of(word);
        for (int i = 0; i < words.count(); i++) {
            if (isGerman || isListed(words, i) || PRODUCTS.contains(plain(words.word(i)))) {
                return false;
            }
        }
        return words.count() > 0;
    }

    private boolean isOfCommonWords(Finding finding, WordRuns words) {
        if (finding.by().equals(VIETNAMESE_RULE)) {
            return hasWritten(finding, words);
        }
        if (finding.by().equals(INSTITUTION_RULE)) {
            return hasNoName(words);
        }
        return (LED_RULES.contains(finding.by()) && (isGerman ? isListed(words, 0) : areListed(words)))
                || (finding.by().equals(INITIAL_RULE) && isListed(words, words.count() - 1));
    }

    /** Whether there is no word but common ones and those for what it is. */
    private static boolean hasNoName(WordRuns words) {
        for (int i = 0; i < words.count(); i++) {
            var word = plain(words.word(i));
            if (!isListed(words, i) && !PRODUCTS.contains(word) && !InstitutionWords.arePart(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areListed(WordRuns words) {
        boolean areListed = words.count() > 1;
        for (int i = 0; i < words.count(); i++) {
            areListed &= isListed(words, i);
        }
        return areListed;
    }

    private static boolean isListed(WordRuns words, int index) {
        var word = plain(words.word(index));
        return GERMAN.contains(word) || OTHERS.contains(word);
    }

    /** A link that a word with a capital follows, which may begin a name: {@code de Souza}. */
    private static boolean isLink(WordRuns words, int index, int last) {
        return NameLinks.ALL.contains(plain(words.word(index))) && index < last && words.isCapital(index + 1);
    }

    /** Whether one of the words, with its accents, is in no name. */
    private boolean hasWritten(Finding finding, WordRuns words) {
        for (int i = 0; i < words.count(); i++) {
            if (isWritten(finding, words.word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWritten(Finding finding, WordRuns.Word word) {
        var as = text.substring(finding.start() + word.start(), finding.start() + word.end());
        return WRITTEN.contains(Normalizer.normalize(as, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    private boolean isCommon(Finding finding, WordRuns words, int index) {
        var word = plain(words.word(index));
        boolean german = GERMAN.contains(word);
        if ((isGerman && german) || (!words.isCapital(index) && isWritten(finding, words.word(index)))) {
            return true;
        }
        int start = finding.start() + words.word(index).start();
        return (german || OTHERS.contains(word)) && (!words.isCapital(index) || Appearance.beginsSentence(text, start));
    }

    private static boolean areProducts(WordRuns words, int first, int last) {
        boolean areProducts = first <= last;
        for (int i = first; i <= last && areProducts; i++) {
            areProducts = PRODUCTS.contains(plain(words.word(i)));
        }
        return areProducts;
    }

    /** In a line of capitals, where a capital tells nothing, a name of common words alone is none. */
    private boolean areLoudAndCommon(Finding finding, WordRuns words) {
        boolean areCommon = words.count() > 0;
        for (int i = 0; i < words.count() && areCommon; i++) {
            var word = plain(words.word(i));
            areCommon = GERMAN.contains(word) || OTHERS.contains(word) || isWritten(finding, words.word(i));
        }
        return areCommon && Appearance.isLineLoud(text, finding.start());
    }

    /** Letters that have no accent to lose, as the list writes them. */
    private static String plain(WordRuns.Word word) {
        return word.folded().replace("\u0111", "d").replace("\u00df", "ss");
    }

    /** Words by the part of the list that they stand in; those of no part of its own under nothing. */
    private static Map<String, Set<String>> lists() {
        Map<String, Set<String>> lists = new HashMap<>();
        var part = "";
        for (String line : lines()) {
            if (line.startsWith("#")) {
                part = List.of(GERMAN_PART, WRITTEN_PART, PRODUCTS_PART).stream()
                        .filter(line::startsWith)
                        .findFirst()
                        .orElse("");
            } else {
                lists.computeIfAbsent(part, name -> new HashSet<>()).addAll(List.of(line.split(" ")));
            }
        }
        return Map.copyOf(lists);
    }

    private static List<String> lines() {
        try (InputStream input = CommonWords.class.getResourceAsStream(FILE)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in the jar cannot be read", e);
        }
    }
}
