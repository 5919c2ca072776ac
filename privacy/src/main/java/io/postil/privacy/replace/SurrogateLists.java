package io.postil.privacy.replace;

import io.postil.privacy.Folded;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What surrogates are made of. */
final class SurrogateLists {
    private static final Map<String, List<String>> LISTS = Map.of(
            "female",
            list(
                    "Amelia Beatrice Camille-Anne Daphne Elena Fiona Greta Helene Irene Johanna Katarina Livia Marta Nadine Odile "
                            + "Paula Renata Silvia Theresa Ursula Valeria Wilma Yvonne Zelda"),
            "male",
            list(
                    "Albert Bruno Cedric Dominik Edgar Felipe Gustav Hector Igor Joachim Konrad Lorenzo Maurice Norbert Oscar "
                            + "Patrice Rainer Stefano Tobias Ulrich Viktor Walter Xavier Yannick"),
            "neutral",
            list(
                    "Alex Andrea Ariel Billie Charlie Claude Dominique Eden Frankie Jamie Jessie Jules Kim Kris Lee Lou Maxime Morgan "
                            + "Noa Robin Sacha Sam Taylor Toni"),
            "last",
            list(
                    "Abernathy Belmont Castellan Dorsey Engelmann Fairweather Grunwald Hollister Iversen Jourdain Kessler Lindqvist "
                            + "Marchetti Nordstrom Oakley Pellerin Quimby Rosenthal Santorini Tillman Underhill Vasseur Winslow Zeller"),
            "city",
            list(
                    "Arlesford Brinmoor Castelvero Dunhaven Eschental Fontclair Grimsdorf Hallowick Istrella Kirnbach Lorvale Montbrise "
                            + "Norwyck Olmeda Pontarel Quellheim"),
            "organization",
            list(
                    "Altavia Borealis Corvane Deltamar Everstone Fulcrona Glenmark Halcyra Inverton Juniper&Co Kestrelworks Lumenta "
                            + "Meridian Northgate Orbisand Palladine"),
            "street",
            list(
                    "Acacia_Lane Birch_Road Cedar_Street Elm_Avenue Fir_Close Hazel_Way Juniper_Street Linden_Road Maple_Drive Oak_Lane "
                            + "Poplar_Court Rowan_Street Spruce_Way Walnut_Avenue Willow_Road Yew_Street"));

    private static final Set<String> FEMALE = names(
            "alice amelie anna anne anita barbara beatrice carla catherine charlotte "
                    + "chiara chloe clara claire diane elena elisabeth elizabeth emily emma eva fiona francoise giulia hannah "
                    + "helen helene heike ingrid isabelle jane jennifer jessica julia julie karen katharina kate laura lea linda lisa "
                    + "louise lucia lucie madeleine manon margaret maria marie marta martina mary melanie monika nadia nathalie nicole "
                    + "olivia patricia paula petra rachel rosa ruth sabine sandra sara sarah silvia sofia sophie stephanie susan "
                    + "susanne sylvie teresa ursula valentina valerie veronique victoria virginie hoa huong lan linh mai ngoc thao trang");
    private static final Set<String> MALE =
            names("adam albert alain alessandro alexandre andreas andrew anthony antoine antonio "
                    + "arnaud arthur bernard bernd brian bruno carlos charles christoph christophe daniel david denis didier diego dirk "
                    + "edward eric ernst fabrice fernando francesco franck francois frank fred gabriel georg george gerard giovanni giuseppe "
                    + "guillaume hans henri henry hugo jack jacques james jan jean jorge jose joseph juan jurgen karl kevin klaus lars laurent "
                    + "louis luca luis manuel marc marco mario mark markus martin matteo matthias max michael michel miguel nicolas "
                    + "olivier pablo paolo pascal patrick paul pedro peter philippe pierre rafael ralf raymond richard robert roberto roger "
                    + "romain sebastien stefan stephane steven thomas tom uwe victor vincent walter werner william wolfgang yves bao dung "
                    + "duc hung khoa long minh quang son tuan");

    private SurrogateLists() {}

    static List<String> of(String list) {
        return LISTS.get(list);
    }

    /** The list for a first name: female, male, or neutral where it is not known. */
    static String genderOf(String firstName) {
        var folded = Folded.bare(firstName);
        return FEMALE.contains(folded) ? "female" : MALE.contains(folded) ? "male" : "neutral";
    }

    private static List<String> list(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> word.replace('_', ' '))
                .toList();
    }

    private static Set<String> names(String words) {
        return new HashSet<>(Arrays.asList(words.split(" ")));
    }
}
