package io.postil.privacy.rules;

import io.postil.privacy.Types;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.validator.routines.InetAddressValidator;

/** Internet addresses: four numbers to 255 with dots between, or what RFC 4291 allows with colons. */
final class IpRule implements Rule {
    /** Right before a number of a version or of a section. */
    static final Words VERSIONS = Words.of(Words.listed("""
            version, release, build, chapter, chapitre, kapitel, capitulo, capitolo, section, abschnitt,
            seccion, firmware, driver, windows, clause, paragraph, annex, annexe, chuong, phien ban"""));
    /** Right before a number of a version whose parts are small. */
    private static final Words UPDATES = Words.of(Words.listed("""
            update, updated to, upgrade, upgraded to, downgrade, rolled back to, patch, hotfix, kernel,
            mise a jour, pilote, logiciel, aktualisierung, treiber, software, stand, actualizacion,
            controlador, aggiornamento, cap nhat, phan mem"""));

    private static final int MOST_OF_A_VERSION = 99;

    /** From the first number to the last, with dots spelled out. */
    private static final int LONGEST_V4 = 34;

    /** Between the numbers, without the spaces around: a dot, or a word for one. */
    private static final Set<String> DOTS = Set.of(".", "dot", "point", "punkt", "punto", "ponto", "cham");

    /** The interface after a link-local address (RFC 4007). */
    private static final LinearPattern ZONE = LinearPattern.of("%[A-Za-z0-9._~-]{1,16}");

    private static final LinearPattern PREFIX = LinearPattern.of("/[0-9]{1,3}");

    private static final int LONGEST_V6 = 45;

    @Override
    public String name() {
        return "ip";
    }

    @Override
    public String type() {
        return Types.IP;
    }

    @Override
    public String about() {
        return "IPv4 and IPv6 addresses, with dots in brackets or spelled out too";
    }

    @Override
    public List<Words> words() {
        return List.of(VERSIONS, UPDATES);
    }

    @Override
    public void find(Reading reading, Found found) {
        findV4(reading, found);
        HexRuns.forEach(reading.text(), (start, end) -> findV6(reading.text(), start, end, found));
    }

    private static void findV4(Reading reading, Found found) {
        var digits = reading.digits();
        for (int group = 0; group + 3 < digits.count(); group++) {
            if (digits.start(group + 3) - digits.start(group) > LONGEST_V4) {
                continue;
            }
            var numeral = new Numeral(reading, group, group + 3);
            if (isDotted(numeral) && !isPartOfMore(numeral) && !isVersion(numeral) && !isNobodys(numeral)) {
                found.at(numeral.start(), withPrefix(reading.text(), numeral.end()), 0.9);
            }
        }
    }

    private static boolean isVersion(Numeral numeral) {
        return VERSIONS.areBefore(numeral.reading(), numeral.start())
                || (areSmall(numeral) && UPDATES.areBefore(numeral.reading(), numeral.start()));
    }

    /** No address of a private network either, which begin with 10 (RFC 1918). */
    private static boolean areSmall(Numeral numeral) {
        boolean areSmall = !numeral.group(0).equals("10");
        for (int i = 0; i < 4; i++) {
            areSmall &= Integer.parseInt(numeral.group(i)) <= MOST_OF_A_VERSION;
        }
        return areSmall;
    }

    /** The machine itself: 127.0.0.0/8 and 0.0.0.0 (RFC 1122). */
    private static boolean isNobodys(Numeral numeral) {
        return numeral.group(0).equals("127") || numeral.digits().equals("0000");
    }

    private static boolean isDotted(Numeral numeral) {
        for (int i = 0; i < 4; i++) {
            if (numeral.groupLength(i) > 3 || (i < 3 && !isDot(numeral, i))) {
                return false;
            }
        }
        var address = numeral.group(0) + "." + numeral.group(1) + "." + numeral.group(2) + "." + numeral.group(3);
        return InetAddressValidator.getInstance().isValidInet4Address(address);
    }

    /** The length of a network's prefix belongs to it. */
    private static int withPrefix(String text, int end) {
        return Math.max(end, PREFIX.wholeEnd(text, end));
    }

    /** The same separator as the first: a dot, or one with a space on either side, spelled out or not. */
    private static boolean isDot(Numeral numeral, int index) {
        var separator = numeral.separator(index);
        boolean isSpaced = separator.length() > 2 && separator.startsWith(" ") && separator.endsWith(" ");
        return separator.equals(numeral.separator(0))
                && (separator.equals(".")
                        || (isSpaced && DOTS.contains(separator.strip().toLowerCase(Locale.ROOT))));
    }

    /** A version or a number of a section has more dots, a letter before, or a word after a hyphen: {@code 1.2.3.4-beta}. */
    private static boolean isPartOfMore(Numeral numeral) {
        var text = numeral.reading().text();
        int end = numeral.end();
        boolean goesOn =
                end + 1 < text.length() && text.charAt(end) == '.' && DigitGroups.isDigit(text.charAt(end + 1));
        boolean isSuffixed =
                end + 1 < text.length() && text.charAt(end) == '-' && Character.isLetter(text.charAt(end + 1));
        return goesOn || isSuffixed || numeral.before() == '.' || numeral.touchesLetterBefore();
    }

    private static void findV6(String text, int start, int end, Found found) {
        int last = text.charAt(end - 1) == ':' && !text.startsWith("::", end - 2) ? end - 1 : end;
        if (last - start > LONGEST_V6 || last - start < 3) {
            return;
        }
        var address = text.substring(start, last);
        boolean hasDigit = address.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (hasDigit && InetAddressValidator.getInstance().isValidInet6Address(address)) {
            found.at(start, withPrefix(text, Math.max(last, ZONE.end(text, last))), 0.9);
        }
    }
}
