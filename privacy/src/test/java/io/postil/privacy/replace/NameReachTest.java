package io.postil.privacy.replace;

import static org.assertj.core.api.Assertions.assertThat;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameReachTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    pour Thibault de La Fontenelle, merci        | Thibault  | Thibault de La Fontenelle
                    grazie, Olindo Scaramelli                    | Olindo    | Olindo Scaramelli
                    an Ortrun von Hagenthal bitte und mit dem Rad | Ortrun   | Ortrun von Hagenthal
                    ob das Ortrun Hühnerstall und nicht der Hof ist | Ortrun | Ortrun
                    signed A. Bankson today                      | Bankson   | A. Bankson
                    for E. C. Aydin now                          | Aydin     | E. C. Aydin
                    met O'Rourkey there                          | Rourkey   | O'Rourkey
                    love, Apolline V.                            | Apolline  | Apolline V.
                    ask Maria Please                             | Maria     | Maria
                    ask Maria. Walther knows                     | Maria     | Maria
                    ask maria walther                            | maria     | maria
                    CALL MARIA Walther                           | MARIA     | MARIA
                    see d'Anna here                              | Anna      | Anna
                    """)
    void shouldFindNamesWhole(String text, String found, String whole) {
        int start = text.indexOf(found);
        var finding = new Finding("PERSON", start, start + found.length(), 0.6, Source.MODEL, "1");

        var reached = new NameReach(text, new CommonWords(text)).whole(finding);

        assertThat(text.substring(reached.start(), reached.end())).isEqualTo(whole);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "seit Mai in Bad Quellstein daheim, Bad, Bad Quellstein",
        "off to New Quilby at six, New, New Quilby",
        "in Bad und Küche, Bad, Bad",
        "near Quilby Hall, Quilby, Quilby"
    })
    void shouldFindPlacesWhole(String text, String found, String whole) {
        int start = text.indexOf(found);
        var finding = new Finding("LOCATION", start, start + found.length(), 0.6, Source.MODEL, "1");

        var reached = new NameReach(text, new CommonWords(text)).whole(finding);

        assertThat(text.substring(reached.start(), reached.end())).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"PHONE", "LOCATION"})
    void shouldLeaveOtherTypesAsTheyAre(String type) {
        var finding = new Finding(type, 0, 4, 0.6, Source.MODEL, "1");

        assertThat(new NameReach("Anna Walther", new CommonWords("Anna Walther")).whole(finding))
                .isEqualTo(finding);
    }
}
