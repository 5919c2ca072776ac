package io.postil.privacy.replace;

import io.postil.privacy.Finding;
import io.postil.privacy.Finding.Source;
import io.postil.privacy.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which findings count, in this order: common words at their ends are taken off ({@link CommonWords}); those below their type's
 * threshold do not, unless a word before them speaks for them; names are found whole ({@link NameReach}); those of nobody in particular
 * do not count ({@link KnownNames}); what was found is found again elsewhere; what lies within an allowed text does not count, whoever
 * found it; what is denied does.
 */
final class Choosing {
    private final Policy policy;
    private final Recollection recollection;
    private final WordList allowed;
    private final WordList denied;

    Choosing(Policy policy, Recollection recollection) {
        this.policy = policy;
        this.recollection = recollection;
        Map<String, String> allow = new HashMap<>();
        policy.allow().forEach(text -> allow.put(text, ""));
        Map<String, String> deny = new HashMap<>();
        policy.deny().forEach(each -> deny.put(each.text(), each.type()));
        this.allowed = new WordList(allow);
        this.denied = new WordList(deny);
    }

    List<Finding> choose(String text, List<Finding> findings) {
        var chosen = new ArrayList<Finding>();
        var appearance = Appearance.of(text);
        var common = new CommonWords(text);
        var reach = new NameReach(text, common);
        var known = new KnownNames(text);
        findings.stream()
                .flatMap(finding -> common.trimmed(finding).stream())
                .filter(finding -> !known.hold(finding))
                .filter(finding -> reaches(text, finding, appearance))
                .map(reach::whole)
                .filter(finding -> !known.hold(finding))
                .forEach(chosen::add);
        if (policy.repeats()) {
            var found = Set.copyOf(chosen.stream().map(Place::of).toList());
            Repeats.find(text, chosen, recollection).stream()
                    .filter(repeat -> !found.contains(Place.of(repeat)))
                    .forEach(chosen::add);
        }
        var within = new Cover(allowed.in(text));
        chosen.removeIf(finding -> within.holds(finding.start(), finding.end()));
        for (WordList.Place place : denied.in(text)) {
            var why = "on the policy's deny list";
            chosen.add(new Finding(place.name(), place.start(), place.end(), 1, Source.RULE, "deny", why));
        }
        return chosen;
    }

    /** Where a finding stands: there it is no repeat of itself. */
    private record Place(int start, int end) {
        static Place of(Finding finding) {
            return new Place(finding.start(), finding.end());
        }
    }

    private boolean reaches(String text, Finding finding, Appearance appearance) {
        if (finding.source() == Source.MODEL && ContextWords.speakAgainst(finding.type(), text, finding.start())) {
            return false;
        }
        double threshold =
                policy.of(finding.type()).map(Policy.OfType::threshold).orElse(0.0);
        double score = finding.score() + appearance.weight(finding);
        return score >= threshold || score + ContextWords.boost(finding.type(), text, finding.start()) >= threshold;
    }
}
