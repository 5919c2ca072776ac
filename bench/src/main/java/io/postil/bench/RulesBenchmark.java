package io.postil.bench;

import io.postil.privacy.Finding;
import io.postil.privacy.rules.Rules;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How fast all rules read, in millions of characters a second on one thread: 1 MB in texts, a finding every 200 characters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(1)
public class RulesBenchmark {
    private static final int MILLION = 1_000_000;
    private static final List<String> WORDS = List.of(
            "we",
            "should",
            "meet",
            "before",
            "the",
            "train",
            "leaves",
            "for",
            "work",
            "demain",
            "matin",
            "nous",
            "pouvons",
            "Please",
            "send",
            "it",
            "back",
            "order",
            "12",
            "was",
            "late,",
            "again.",
            "The",
            "shop",
            "said",
            "nothing",
            "about",
            "that",
            "Heute",
            "nicht",
            "und",
            "etwas",
            "different,",
            "price",
            "19.99",
            "ok",
            "thanks",
            "voir",
            "avec",
            "possible?");
    private static final List<String> PERSONAL = List.of(
            "06 39 98 12 34",
            "ada@example.com",
            "4111 1111 1111 1111",
            "DE89370400440532013000",
            "192.0.2.17",
            "Oliver Hartley",
            "https://www.example.com/a",
            "31/01/2030",
            "12 Mill Street",
            "+44 7700 900123",
            "Madrid",
            "078-05-1120");

    /** Characters of one text. */
    @Param({"200", "2000", "1000000"})
    public int length;

    private final Rules rules = Rules.standard();
    private String[] texts;

    @Setup
    public void write() {
        var random = new Random(1);
        texts = new String[MILLION / length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(random);
        }
    }

    private String text(Random random) {
        var text = new StringBuilder();
        int next = 100;
        while (text.length() < length) {
            boolean isPersonal = text.length() >= next;
            var words = isPersonal ? PERSONAL : WORDS;
            next += isPersonal ? 200 : 0;
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return text.substring(0, length);
    }

    /** Reads the million characters. */
    @Benchmark
    @OperationsPerInvocation(MILLION)
    public int find() {
        int found = 0;
        for (String text : texts) {
            List<Finding> findings = rules.find(text);
            found += findings.size();
        }
        return found;
    }
}
