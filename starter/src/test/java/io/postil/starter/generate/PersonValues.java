package io.postil.starter.generate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;

/** Chooses how a person's name is written where the template leaves it open, and e-mail addresses of persons. */
final class PersonValues {

    private PersonValues() {}

    static String name(Person person, String form, Random random) {
        if (!form.isEmpty()) {
            return person.written(form);
        }
        int dice = random.nextInt(100);
        return person.written(
                dice < 46
                        ? "full"
                        : dice < 72
                                ? "first"
                                : dice < 80
                                        ? "lower"
                                        : dice < 86
                                                ? "lowerfirst"
                                                : dice < 91
                                                        ? "upper"
                                                        : dice < 94 ? "reversed" : dice < 98 ? "initial" : "capitals");
    }

    static String email(Person person, Random random) {
        String first = plain(person.first());
        String last = plain(person.last());
        String local =
                switch (random.nextInt(7)) {
                    case 0 -> first + "." + last;
                    case 1 -> first.charAt(0) + last;
                    case 2 -> last + Pick.digits(random, "##");
                    case 3 -> first + "_" + last;
                    case 4 -> first + "+" + Pick.one(random, "news", "shop", "billing", "tests");
                    case 5 -> Pick.one(random, "contact", "support", "billing", "info", "compta", "hello", "no-reply");
                    default -> first + Pick.digits(random, "19##");
                };
        String address = local + "@" + domain(random);
        return random.nextInt(12) == 0 ? address.toUpperCase(Locale.ROOT) : address;
    }

    private static String domain(Random random) {
        String coined = OrganizationValues.coined(random).toLowerCase(Locale.ROOT);
        return switch (random.nextInt(5)) {
            case 0 -> "example." + Pick.one(random, "com", "org", "net");
            case 1 -> coined + ".example";
            case 2 -> "mail." + coined + ".example." + Pick.one(random, "com", "org", "net");
            default ->
                coined + "-" + OrganizationValues.coined(random).toLowerCase(Locale.ROOT)
                        + Pick.one(random, ".com", ".fr", ".co.uk", ".org", ".de", ".net", ".io");
        };
    }

    private static String plain(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
        return bare.isEmpty() ? "mail" : bare;
    }
}
