package io.postil.privacy.replace;

import io.postil.privacy.Folded;
import io.postil.privacy.Types;
import java.util.Map;
import java.util.Set;

/** Words before a finding that speak for it: a title for a person, a preposition of place for a place. */
final class ContextWords {
    private static final double BOOST = 0.2;
    private static final int REACH = 24;
    private static final int FEW = 2;
    private static final int MANY = 4;
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
    private static final Set<String> OF_THINGS = Set.of(
            "order",
            "tracking",
            "parcel",
            "shipment",
            "invoice",
            "reference",
            "ref",
            "serial",
            "sku",
            "isbn",
            "ean",
            "commande",
            "suivi",
            "colis",
            "facture",
            "bestellung",
            "bestellnummer",
            "sendungsnummer",
            "sendung",
            "auftrag",
            "auftragsnummer",
            "rechnung",
            "artikelnummer",
            "pedido",
            "seguimiento",
            "envio",
            "factura",
            "referencia",
            "ordine",
            "tracciamento",
            "spedizione",
            "fattura",
            "riferimento",
            "bestelling",
            "volgcode",
            "zending");

    private ContextWords() {}

    /** Whether one of the last words before what reads like a phone number says that it is another number. */
    static boolean speakAgainst(String type, String text, int start) {
        return type.equals(Types.PHONE) && stand(OF_THINGS, text, start, MANY);
    }

    /** What is added to the score of a finding that begins at {@code start}. */
    static double boost(String type, String text, int start) {
        return stand(BEFORE.getOrDefault(type, Set.of()), text, start, FEW) ? BOOST : 0;
    }

    /** Whether one of the words is among so many right before {@code start}. */
    private static boolean stand(Set<String> words, String text, int start, int count) {
        if (words.isEmpty()) {
            return false;
        }
        var before = WordRuns.of(Folded.of(text.substring(Math.max(0, start - REACH), start)));
        for (int i = Math.max(0, before.count() - count); i < before.count(); i++) {
            if (words.contains(before.word(i).folded())) {
                return true;
            }
        }
        return false;
    }
}
