package io.postil.privacy.replace;

import io.postil.privacy.MaskingException;
import io.postil.privacy.Replacement;
import io.postil.privacy.Revealing;
import io.postil.privacy.Tag;
import io.postil.privacy.policy.Operator;
import io.postil.privacy.seal.ConversationKey;
import java.util.function.Supplier;

/** The operators of one conversation at work. For one thread. */
final class Treating {
    private final Supplier<Tools> making;
    private final Numbers numbers;
    private Tools made;

    Treating(Supplier<ConversationKey> key, Numbers numbers) {
        this.making = () -> new Tools(key.get());
        this.numbers = numbers;
    }

    /** What works with the key; made at the first need, since not every text needs it. */
    private record Tools(Pseudonyms pseudonyms, ValueCipher cipher, FormatCipher format, Surrogates surrogates) {
        Tools(ConversationKey key) {
            this(new Pseudonyms(key), new ValueCipher(key), new FormatCipher(key), new Surrogates(new Pseudonyms(key)));
        }
    }

    Replacement replace(Operator operator, String type, String original) {
        if (operator instanceof Operator.Keep) {
            return new Replacement(original, operator.name(), true);
        }
        var text = attempted(operator, type, original);
        if (!Revealing.isShown(original, text)) {
            return new Replacement(text, operator.name());
        }
        // By chance, or since there is nothing else it could be: the next best that is sure to hide it.
        var other = operator.isReversible()
                ? tools().cipher().encryptDeterministic(type, original)
                : Tag.of(type, original);
        return new Replacement(other, operator.name());
    }

    /**
     * What stood in the place of a replacement.
     *
     * @throws UnmaskingException when the operator is not reversible or the replacement not its own
     */
    String original(Operator operator, String type, String replacement) {
        if (operator instanceof Operator.Keep) {
            return replacement;
        }
        if (!operator.isReversible()) {
            throw new UnmaskingException(
                    "a " + type + " was replaced by " + operator.name() + ", which cannot be reversed");
        }
        var body = Frames.body(replacement);
        if (body.isPresent()) {
            return tools().cipher().open(type, body.get());
        }
        if (operator instanceof Operator.FormatPreserving) {
            return tools().format().decrypt(type, replacement);
        }
        if (operator instanceof Operator.DateShift shift) {
            return dates(shift)
                    .back(replacement)
                    .orElseThrow(() -> new UnmaskingException("a " + type + " is no date"));
        }
        throw new UnmaskingException("a " + type + " is no ciphertext");
    }

    /** What a library makes of a value that it does not expect may hold the value, so that only its class is told. */
    private String attempted(Operator operator, String type, String original) {
        if (operator.isKeyed()) {
            tools();
        }
        try {
            return text(operator, type, original);
        } catch (MaskingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MaskingException("operator " + operator.name() + " failed on a " + type + ": "
                    + e.getClass().getSimpleName());
        }
    }

    private String text(Operator operator, String type, String original) {
        if (operator instanceof Operator.Counter) {
            int number = numbers.of(type, original);
            return Frames.around(type, original, '_', attempt -> String.valueOf(number));
        } else if (operator instanceof Operator.Redact) {
            return "";
        } else if (operator instanceof Operator.Mask mask) {
            return PartialMask.of(original, mask.keepLast(), mask.sign());
        } else if (operator instanceof Operator.Hash) {
            var pseudonyms = tools().pseudonyms();
            return Frames.around(type, original, ':', attempt -> pseudonyms.hash(type, original, attempt));
        } else if (operator instanceof Operator.Encrypt) {
            return tools().cipher().encrypt(type, original);
        } else if (operator instanceof Operator.Surrogate) {
            return tools().surrogates().of(type, original).orElseGet(() -> Tag.of(type, original));
        } else if (operator.isReversible()) {
            return reversible(operator, type, original);
        }
        return Tag.of(type, original);
    }

    private String reversible(Operator operator, String type, String original) {
        var cipher = tools().cipher();
        if (operator instanceof Operator.FormatPreserving) {
            return tools().format()
                    .encrypt(type, original)
                    .orElseGet(() -> cipher.encryptDeterministic(type, original));
        } else if (operator instanceof Operator.DateShift shift) {
            return dates(shift).shifted(original).orElseGet(() -> cipher.encryptDeterministic(type, original));
        } else if (operator instanceof Operator.EncryptDeterministic) {
            return cipher.encryptDeterministic(type, original);
        }
        throw new MaskingException("operator " + operator.name() + " is not known");
    }

    private ShiftedDates dates(Operator.DateShift shift) {
        int days = 1 + tools().pseudonyms().draw("days", "", shift.days());
        boolean isBack = tools().pseudonyms().draw("direction", "", 2) == 0;
        return new ShiftedDates(isBack ? -days : days, shift.monthFirst());
    }

    private Tools tools() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }
}
