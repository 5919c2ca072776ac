package io.postil.starter.generate;

import java.util.Random;

/** Values that look like entities and are none: prices, order numbers, versions, times, quantities. */
final class FillerValues {

    private FillerValues() {}

    static String value(String language, String name, Random random) {
        boolean french = !language.equals("en");
        return switch (name) {
            case "number" -> String.valueOf(2 + random.nextInt(Pick.one(random, 9, 90, 900, 20_000)));
            case "small" -> String.valueOf(2 + random.nextInt(11));
            case "percent" -> 1 + random.nextInt(99) + (french ? " %" : "%");
            case "price" -> price(french, random);
            case "order" ->
                Pick.digits(
                        random,
                        Pick.one(
                                random,
                                "#######",
                                "A-######",
                                "CMD-#####",
                                "####-####-##",
                                "FR########",
                                "TK#####",
                                "00######",
                                "INV-202#-####",
                                "##########"));
            case "room" ->
                Pick.digits(random, Pick.one(random, "##", "###", "B##", "#.##", "#A", "##C", "E#", "1###", "F"));
            case "track" ->
                Pick.digits(
                        random,
                        Pick.one(
                                random,
                                "RX #### #### # FR",
                                "## #### #### ## #",
                                "####-###-##",
                                "QK ####-####",
                                "1Z ### ### ## ####",
                                "BM#########",
                                "#S ## #### ####",
                                "################"));
            case "part" ->
                Pick.digits(
                        random,
                        Pick.one(
                                random,
                                "KT-####-C",
                                "##-B",
                                "###.###.##",
                                "20##/####",
                                "A-##/###",
                                "RW-####",
                                "###-C-##"));
            case "size" ->
                Pick.digits(
                        random,
                        Pick.one(
                                random,
                                "1## x ## x ## cm",
                                "##,5 x ## cm",
                                "##x##x## mm",
                                "# m x #.## m",
                                "2## × ## cm"));
            case "score" -> random.nextInt(6) + Pick.one(random, "-", "-", ":", " - ", " : ") + random.nextInt(6);
            case "version" ->
                Pick.digits(random, Pick.one(random, "#.#.#", "v#.##", "1#.#.#.#-beta", "202#.#", "#.#.#-rc#"));
            case "time" ->
                french
                        ? Pick.digits(random, Pick.one(random, "1#h", "1#h30", "9h4#", "1#:0#", "8 h 15"))
                        : Pick.digits(random, Pick.one(random, "1#:15", "9:3#", "7pm", "8.30 am", "1#:00"));
            case "year" -> String.valueOf(1990 + random.nextInt(40));
            case "hash" -> hex(random, 64);
            case "hex" -> hex(random, 7 + random.nextInt(6));
            case "uuid" ->
                hex(random, 8) + "-" + hex(random, 4) + "-" + hex(random, 4) + "-" + hex(random, 4) + "-"
                        + hex(random, 12);
            default -> throw new IllegalArgumentException("unknown filler: " + name);
        };
    }

    private static String hex(Random random, int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(Character.forDigit(random.nextInt(16), 16));
        }
        return digits.toString();
    }

    private static String price(boolean french, Random random) {
        String amount = Pick.digits(random, Pick.one(random, "1#", "4#,9#", "2##", "1 ###", "7,50", "3#.00"));
        if (french) {
            return amount.replace('.', ',') + Pick.one(random, " €", "€", " euros", " EUR");
        }
        String plain = amount.replace(" ", ",").replaceFirst(",(\\d\\d)$", ".$1");
        return Pick.one(random, "$" + plain, "£" + plain, plain + " euros", plain + " dollars", "€" + plain);
    }
}
