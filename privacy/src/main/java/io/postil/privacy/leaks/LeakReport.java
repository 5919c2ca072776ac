package io.postil.privacy.leaks;

import io.postil.privacy.leaks.Counts.Scores;
import io.postil.privacy.leaks.LabelledText.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** How much personal data leaks through masking, and how much else is masked. */
public final class LeakReport {
    private final List<Judged> texts = new ArrayList<>();
    private int failedClosed;

    /**
     * Counts a text.
     *
     * @param masks disjoint; places in the text as sent, their types named as the text's are
     */
    public void add(LabelledText text, List<Span> masks) {
        texts.add(Judged.of(text, masks));
    }

    /** Counts a text that was not let through; nothing of it leaks, and it is in no other figure. */
    public void addFailedClosed() {
        failedClosed++;
    }

    /** The figures by name: maps, lists, texts and numbers. */
    public Map<String, Object> json() {
        var report = new LinkedHashMap<String, Object>();
        var all = texts.stream().map(Judged::all).toList();
        report.put("texts", texts.size());
        report.put("failedClosed", failedClosed);
        report.putAll(figures(all, true));
        long harmless = texts.stream().filter(Judged::isHarmless).count();
        long untouched = texts.stream()
                .filter(text -> text.isHarmless() && text.isUntouched())
                .count();
        report.put("harmlessTexts", Map.of("texts", harmless, "untouched", untouched));
        report.put("types", grouped(types(), type -> of(type), false));
        report.put("languages", grouped(languages(), this::ofLanguage, true));
        return report;
    }

    private static Map<String, Object> grouped(
            Set<String> names, Function<String, List<Counts>> counts, boolean hasOverMasked) {
        var groups = new LinkedHashMap<String, Object>();
        names.forEach(name -> groups.put(name, figures(counts.apply(name), hasOverMasked)));
        return groups;
    }

    private static Map<String, Object> figures(List<Counts> texts, boolean hasOverMasked) {
        var sum = texts.stream().reduce(Counts.NONE, Counts::plus);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("leaked", rate(sum.leaked(), sum.personal(), Bootstrap.STANDARD.interval(texts, Counts::leakRate)));
        figures.put("leakedTexts", sum.leakedTexts());
        if (hasOverMasked) {
            var interval = Bootstrap.STANDARD.interval(texts, Counts::overMaskRate);
            figures.put("overMasked", rate(sum.overMasked(), sum.harmless(), interval));
        } else {
            figures.put("overMasked", Map.of("characters", sum.overMasked()));
        }
        figures.put("spans", Map.of("known", sum.known(), "masked", sum.masks()));
        figures.put("strict", scores(texts, sum, Counts::strictScores));
        figures.put("partial", scores(texts, sum, Counts::partialScores));
        return figures;
    }

    private static Map<String, Object> rate(long part, long whole, double[] interval) {
        var rate = new LinkedHashMap<String, Object>();
        rate.put("characters", part);
        rate.put("of", whole);
        rate.put("share", Counts.share(part, whole));
        rate.put("interval", interval);
        return rate;
    }

    private static Map<String, Object> scores(List<Counts> texts, Counts sum, Function<Counts, Scores> scores) {
        var named = new LinkedHashMap<String, Object>();
        var all = scores.apply(sum);
        named.put("precision", all.precision());
        named.put("recall", all.recall());
        named.put("f1", all.f(1));
        named.put("f2", all.f(2));
        named.put("f2Interval", Bootstrap.STANDARD.interval(texts, counts -> scores.apply(counts)
                .f(2)));
        return named;
    }

    private Set<String> types() {
        var types = new TreeSet<String>();
        texts.forEach(text -> types.addAll(text.byType().keySet()));
        return types;
    }

    private List<Counts> of(String type) {
        return texts.stream()
                .map(text -> text.byType().get(type))
                .filter(Objects::nonNull)
                .toList();
    }

    private Set<String> languages() {
        var languages = new TreeSet<String>();
        texts.forEach(text -> text.language().ifPresent(languages::add));
        return languages;
    }

    private List<Counts> ofLanguage(String language) {
        return texts.stream()
                .filter(text -> text.language().filter(language::equals).isPresent())
                .map(Judged::all)
                .toList();
    }
}
