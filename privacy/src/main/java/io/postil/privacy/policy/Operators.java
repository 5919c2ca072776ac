package io.postil.privacy.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads operators: a name, or a map with {@code operator} and its options. */
final class Operators {
    static final List<String> NAMES = List.of(
            "tag",
            "counter",
            "redact",
            "mask",
            "hash",
            "encrypt",
            "encrypt-deterministic",
            "fpe",
            "date-shift",
            "surrogate",
            "keep");
    private static final int MOST_DAYS = 36_500;

    private Operators() {}

    /** What stands under a key of a section as an operator with its threshold, or nothing and a problem noted. */
    static Optional<Policy.OfType> read(Section parent, String key) {
        var value = parent.take(key).orElse("");
        if (value instanceof Map<?, ?> map) {
            var section = new Section(parent.at(key), map, parent.problems());
            var operator = section.text("operator").or(() -> missing(section)).flatMap(name -> of(name, section));
            double threshold = section.share("threshold", 0);
            section.close();
            return operator.map(each -> new Policy.OfType(each, threshold));
        }
        var bare = new Section(parent.at(key), Map.of("operator", value), parent.problems());
        return of(String.valueOf(value), bare).map(each -> new Policy.OfType(each, 0));
    }

    private static Optional<String> missing(Section section) {
        section.problems()
                .add(section.at("operator") + " is missing (expected one of " + String.join(", ", NAMES) + ")");
        return Optional.empty();
    }

    private static Optional<Operator> of(String name, Section options) {
        return Optional.ofNullable(
                switch (name) {
                    case "tag" -> new Operator.Tag();
                    case "counter" -> new Operator.Counter();
                    case "redact" -> new Operator.Redact();
                    case "mask" -> mask(options);
                    case "hash" -> new Operator.Hash();
                    case "encrypt" -> new Operator.Encrypt();
                    case "encrypt-deterministic" -> new Operator.EncryptDeterministic();
                    case "fpe" -> new Operator.FormatPreserving();
                    case "date-shift" ->
                        new Operator.DateShift(
                                options.whole("days", 1, MOST_DAYS, 365), options.flag("monthFirst", false));
                    case "surrogate" -> new Operator.Surrogate();
                    case "keep" -> new Operator.Keep();
                    default -> {
                        options.wrong("operator", name, "expected one of " + String.join(", ", NAMES));
                        yield null;
                    }
                });
    }

    private static Operator mask(Section options) {
        int keepLast = options.whole("keepLast", 0, 64, 4);
        var sign = options.text("sign").orElse("*");
        if (sign.codePointCount(0, sign.length()) != 1 || Character.isLetterOrDigit(sign.codePointAt(0))) {
            options.wrong("sign", sign, "expected one character that is no letter or digit");
        }
        return new Operator.Mask(keepLast, sign);
    }
}
