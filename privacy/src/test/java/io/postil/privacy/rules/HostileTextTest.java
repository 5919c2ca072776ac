package io.postil.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No text may make a rule slow. Each rule reads 40 kB of each shape that could make one quadratic, which is enough to tell, and 1 MB
 * of all of them. Measured is processor time, not the clock's.
 */
class HostileTextTest {
    private static final List<Rule> RULES = Catalogue.all();
    private static final Lexicon LEXICON = new Lexicon(RULES);
    private static final int LENGTH = 1_000_000;
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration BOUND_OF_A_SHAPE = Duration.ofSeconds(1);

    private static final List<String> SHAPES = List.of(
            "1",
            "1 ",
            "12 ",
            "1.1-1/",
            "4111111111111111 ",
            "4111 1111 1111 1112 ",
            "0012345678 ",
            "1123456789 ",
            "+",
            "+1 ",
            "(((1",
            "tel 12345 ",
            "a@",
            "a@a ",
            "@",
            "a@b.cc",
            "a.",
            ".",
            "a.fr.",
            "http://",
            "a://b:c@d ",
            "www.",
            ":",
            "a:a ",
            "1:2:",
            "::1 ",
            "00-",
            "00:",
            "1.2.3.4.",
            "255.",
            "GB82 ",
            "GB82WEST1234569876543",
            "[at] ",
            "a at a dot ",
            "at arobase ",
            "a arobase ",
            "a@[a",
            "a[.]",
            "a (dot) ",
            "1[.]1",
            "1 dot ",
            "a b @ ",
            "a . b @",
            "a point b@",
            "\"a @",
            "a@a . b , ",
            "a@b c d . ",
            "4111, ",
            "O1l0 ",
            "AB1 2CD ",
            "A 1, 12345 A ",
            "Flat 1, 1 A, ",
            "duong 1, quan 1, ",
            "1 A A, pho A, ",
            "code a a a ",
            "digicode a a a a ",
            "A & Co ",
            "GmbH & Co. ",
            "born in 19",
            "48,123 ; ",
            "dl# 1",
            "dl# a1-1-1",
            "pin code: a",
            "1.111",
            "1.111 1.111 ",
            "ngay 1 thang 1 nam ",
            "1 A Street ",
            "1 A A A ",
            "rue A A ",
            "rue A, 1 A ",
            "Astr. 1 ",
            "a-a.",
            "a point b point ",
            "-----BEGIN ",
            "-----BEGIN PRIVATE KEY",
            "eyJaaaaaaaaaaaaaaaaaaaaaa.",
            "eyJaaaaaaaaaaaaaaaaaaaaaa ",
            "1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
            "bc1q",
            "12/12/12 ",
            "1 mars ",
            "march 1 ",
            "one ",
            "1 two-",
            "Anna ",
            "anna ",
            "Anna de la ",
            "Nguyen Van ",
            "my name is ",
            "A & A Ltd ",
            "Mr. ",
            "passport 1 ",
            "pin: ",
            "iban card tel born ",
            "48.123 2.1234,",
            "A1A1A1 ",
            "\u0661\u200b",
            "\u200b",
            "\u0301",
            "\ud83d\ude00",
            "\ud83d",
            "\u200d\ud83d\ude00",
            "\ufdfa",
            "hi.Hi.",
            "hi.Aaaaa.",
            "name:\nA",
            "name: A, A ",
            "A. Bbb ",
            "A.B.",
            "z. B. Ccc ",
            "Mr. von der A ",
            "Patient: A ",
            "my sister, A ",
            "xe AB12 CDE ",
            "1 2 5 5 ",
            "password a a a a to ",
            "sk_aA1",
            "ch\u1ecb A ",
            "Theo quy ",
            "e\u0301@");

    @ParameterizedTest
    @MethodSource("shapes")
    void shouldReadAnyShapeInTime(String shape) {
        var text = repeated(shape, LENGTH / 25);

        var slow = slowerThan(BOUND_OF_A_SHAPE, text);

        assertThat(slow).isEmpty();
    }

    @Test
    void shouldReadAllShapesTogetherInTime() {
        var text = SHAPES.stream()
                .map(shape -> repeated(shape, LENGTH / SHAPES.size()))
                .collect(Collectors.joining("\n"));

        var slow = slowerThan(BOUND, text);

        assertThat(slow).isEmpty();
    }

    private static Stream<String> shapes() {
        return SHAPES.stream();
    }

    private static String repeated(String shape, int length) {
        return shape.repeat(length / shape.length() + 1).substring(0, length);
    }

    private static List<String> slowerThan(Duration bound, String text) {
        var slow = new ArrayList<String>();
        var reading = new Reading(ShadowText.of(text), LEXICON);
        for (Rule rule : RULES) {
            long before = cpuNanos();
            rule.find(reading, (start, end, score) -> {});
            var took = Duration.ofNanos(cpuNanos() - before);
            if (took.compareTo(bound) > 0) {
                slow.add(rule.name() + " took " + took);
            }
        }
        return slow;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
