package io.postil.privacy.rules;

import java.util.List;
import java.util.function.Predicate;

/**
 * Finds numbers by how many digits they have, whatever separates them, by a check, and by the words beside them.
 *
 * @param least fewest digits, at least 1
 * @param most most digits
 * @param stands which numbers are found wherever they stand
 * @param context the words beside which {@code besideWords} are found as well
 */
record NumberRule(
        String name,
        String type,
        String about,
        int least,
        int most,
        Predicate<Numeral> stands,
        Predicate<Numeral> besideWords,
        Words context)
        implements Rule {
    private static final double ALONE = 0.8;
    private static final double BESIDE_WORDS = 0.9;

    @Override
    public List<Words> words() {
        return List.of(context);
    }

    @Override
    public void find(Reading reading, Found found) {
        var groups = reading.digits();
        for (int first = 0; first < groups.count(); first++) {
            int digits = 0;
            for (int last = first; last < groups.count(); last++) {
                digits += groups.length(last);
                if (digits > most) {
                    break;
                }
                if (digits >= least) {
                    judge(new Numeral(reading, first, last), found);
                }
                if (!groups.isJoined(last)) {
                    break;
                }
            }
        }
    }

    private void judge(Numeral numeral, Found found) {
        if (stands.test(numeral)) {
            found.at(numeral.start(), numeral.end(), ALONE);
        } else if (besideWords.test(numeral) && context.areNear(numeral.reading(), numeral.start(), numeral.end())) {
            found.at(numeral.start(), numeral.end(), BESIDE_WORDS);
        }
    }
}
