package io.postil.model.checkpoint;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which modules get a low-rank part, by PEFT's rules. Modules that are excluded, or saved whole, get none.
 *
 * @see <a href="https://github.com/huggingface/peft/blob/v0.21.0/src/peft/tuners/tuners_utils.py">check_target_module_exists</a>
 */
public final class LoraTargets {
    /** What stands for all linear modules. */
    static final String ALL_LINEAR = "all-linear";

    private static final Pattern ANY_LAYER = Pattern.compile(".*?\\.[^.]*\\.(\\d+)\\..*");

    private final Predicate<String> wanted;
    private final boolean onlyLinear;

    private LoraTargets(Predicate<String> wanted, boolean onlyLinear) {
        this.wanted = wanted;
        this.onlyLinear = onlyLinear;
    }

    /** Modules whose name is, or ends after a dot with, one of those given; all linear modules for {@code all-linear} alone. */
    public static LoraTargets of(List<String> names) {
        return names.equals(List.of(ALL_LINEAR)) ? allLinear() : new LoraTargets(named(names), false);
    }

    /** Modules whose whole name matches. */
    static LoraTargets matching(Pattern pattern) {
        return new LoraTargets(pattern.asMatchPredicate(), false);
    }

    private static LoraTargets allLinear() {
        return new LoraTargets(module -> true, true);
    }

    static Predicate<String> named(List<String> names) {
        List<String> ends = List.copyOf(names);
        return module -> ends.stream().anyMatch(end -> module.equals(end) || module.endsWith("." + end));
    }

    /** Without some modules. */
    LoraTargets except(Predicate<String> excluded) {
        return new LoraTargets(wanted.and(excluded.negate()), onlyLinear);
    }

    /** Without the modules that are saved whole and what is in them. */
    LoraTargets exceptSaved(List<String> modulesToSave) {
        List<Pattern> saved = modulesToSave.stream()
                .map(name -> Pattern.compile("(^|.*\\.)" + Pattern.quote(name) + "($|\\..*)"))
                .toList();
        return except(
                module -> saved.stream().anyMatch(one -> one.matcher(module).lookingAt()));
    }

    /**
     * In some layers only, the number of which stands after {@code patterns} or, where there are none, is the first in the name. A module
     * named in full is one whatever its layer.
     */
    LoraTargets inLayers(List<String> names, Set<Integer> layers, List<Pattern> patterns) {
        List<Pattern> places = patterns.isEmpty() ? List.of(ANY_LAYER) : patterns;
        Predicate<String> inLayer = module -> places.stream()
                .map(place -> place.matcher(module))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> layers.contains(Integer.valueOf(found.group(found.groupCount()))))
                .orElse(false);
        return new LoraTargets(wanted.and(inLayer.or(names::contains)), onlyLinear);
    }

    /** Whether a linear module gets a part. */
    public boolean test(String linearModule) {
        return wanted.test(linearModule);
    }

    /** Whether a module that is not linear is asked for all the same. */
    boolean asksFor(String otherModule) {
        return !onlyLinear && wanted.test(otherModule);
    }
}
