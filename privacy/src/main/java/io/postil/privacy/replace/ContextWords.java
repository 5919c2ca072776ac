package io.postil.privacy.replace;

import io.postil.privacy.Types;
import java.util.Map;
import java.util.Set;

/** Words before a finding that speak for it, as a title for a person, or against it, as an order for a phone. */
final class ContextWords {
    private static final double BOOST = 0.2;
    private static final int REACH = 24;
    private static final int MOST_LINKS = 2;
    /** Between such a word and its number. */
    private static final Set<String> LINKS = Set.of(
            "no", "nr", "n", "number", "num", "numero", "nummer", "code", "id", "is", "est", "ist", "es", "e", "la",
            "lautet");

    private static final Map<String, Set<String>> BEFORE = Map.of(
            Types.PERSON,
            Set.of(
                    "mr",
                    "mrs",
                    "ms",
                    "miss",
                    "dr",
                    "prof",
                    "sir",
                    "dear",
                    "hi",
                    "hello",
                    "name",
                    "called",
                    "monsieur",
                    "madame",
                    "m",
                    "mme",
                    "mlle",
                    "maitre",
                    "me",
                    "bonjour",
                    "cher",
                    "chere",
                    "nom",
                    "appelle",
                    "herr",
                    "frau",
                    "liebe",
                    "lieber",
                    "heisse",
                    "senor",
                    "senora",
                    "don",
                    "dona",
                    "hola",
                    "llamo",
                    "signor",
                    "signora",
                    "ciao",
                    "chiamo",
                    "ong",
                    "ba",
                    "anh",
                    "chi",
                    "em",
                    "ten"),
            Types.ADDRESS,
            Set.of(
                    "address",
                    "live",
                    "lives",
                    "adresse",
                    "habite",
                    "wohne",
                    "anschrift",
                    "direccion",
                    "vivo",
                    "indirizzo",
                    "abito",
                    "dia"),
            Types.LOCATION,
            Set.of(
                    "in", "from", "to", "at", "near", "a", "de", "vers", "pres", "nach", "aus", "en", "desde", "da",
                    "tai", "o"),
            Types.ORGANIZATION,
            Set.of("at", "for", "company", "societe", "chez", "firma", "bei", "empresa", "societa", "presso", "cong"));

    /** What a number is of that is nobody's. */
    private static final Set<String> OF_THINGS = Set.of("""
                    order tracking parcel shipment invoice reference ref serial sku isbn ean commande suivi colis
                    facture bestellung bestellnummer sendungsnummer sendung auftrag auftragsnummer rechnung
                    artikelnummer pedido seguimiento envio factura referencia ordine tracciamento spedizione fattura
                    riferimento bestelling volgcode zending
                    """.strip().split("\\s+"));

    private static final Set<String> COUNTED = Set.of("AGE", Types.DATE, Types.ADDRESS);

    /** What is counted by numbers that are no ages, dates or addresses. */
    private static final Set<String> OF_PAGES = Set.of("""
                    page pages seite seiten pagina paginas pagine trang chapter chapitre kapitel capitulo capitolo
                    chuong room salle raum zimmer aula sala phong gate porte tor gleis platform quai binario anden line
                    ligne zeile linea version error erreur fehler errore loi step etape schritt paso bai cau level
                    niveau stufe nivel livello programm programme taille taglia talla size gia
                    """.strip().split("\\s+"));

    private ContextWords() {}

    /** Whether a number stands right after a word that says what else it is: {@code tracking no. ZX }, {@code page }. */
    static boolean speakAgainst(String type, String text, int start) {
        var before = before(text, start);
        if (COUNTED.contains(type)) {
            int right = before.count() - 1;
            return right >= 0
                    && Character.isDigit(text.charAt(start))
                    && OF_PAGES.contains(before.word(right).folded());
        }
        if (!type.equals(Types.PHONE)) {
            return false;
        }
        int last = before.count() - 1;
        for (int links = 0; links < MOST_LINKS && last >= 0 && isLink(before, last); links++) {
            last--;
        }
        return last >= 0 && OF_THINGS.contains(before.word(last).folded());
    }

    private static boolean isLink(WordRuns words, int index) {
        var word = words.word(index).folded();
        return LINKS.contains(word) || word.chars().anyMatch(Character::isDigit) || isMark(words, index, word);
    }

    /** {@code ZX}, a part of the number. */
    private static boolean isMark(WordRuns words, int index, String word) {
        return word.length() <= 2 && words.isCapital(index);
    }

    /** What is added to the score of a finding that begins at {@code start}. */
    static double boost(String type, String text, int start) {
        var words = BEFORE.getOrDefault(type, Set.of());
        if (words.isEmpty()) {
            return 0;
        }
        var before = before(text, start);
        for (int i = Math.max(0, before.count() - 2); i < before.count(); i++) {
            if (words.contains(before.word(i).folded())) {
                return BOOST;
            }
        }
        return 0;
    }

    private static WordRuns before(String text, int start) {
        return WordRuns.of(text.substring(Math.max(0, start - REACH), start));
    }
}
