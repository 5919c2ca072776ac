package io.postil.starter.generate;

import io.postil.model.data.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Builds the entity data set of one language: texts with entities, harmless texts that have none, and documents of several. */
final class EntityDataSet {
    private static final int PERCENT_HARMLESS = 40;
    private static final int PERCENT_DOCUMENTS = 14;
    private static final int MOST_ROUNDS = 100;

    private final TemplateFiller filler;
    private final Random random;

    /** A template and the name under which its texts go. */
    private record Frame(EntityTemplate template, String conversation) {}

    EntityDataSet(TemplateFiller filler, Random random) {
        this.filler = filler;
        this.random = random;
    }

    List<LabelledText> texts(String language, List<EntityTemplate> templates, int count) {
        List<LabelledText> texts = new ArrayList<>();
        List<Frame> personal = frames(language + "-t", templates, true);
        List<Frame> harmless = frames(language + "-h", templates, false);
        Set<String> seen = new HashSet<>();
        fill(personal, count * (100 - PERCENT_HARMLESS - PERCENT_DOCUMENTS) / 100, seen, texts);
        fill(harmless, count * PERCENT_HARMLESS / 100, seen, texts);
        List<Frame> all = new ArrayList<>(personal);
        all.addAll(harmless);
        for (int left = count * PERCENT_DOCUMENTS / 100; left > 0; left--) {
            texts.add(document(left % 3 == 0 ? harmless : all));
        }
        return texts;
    }

    /** In an order by chance, so that a small set has of all kinds. */
    private List<Frame> frames(String name, List<EntityTemplate> templates, boolean personal) {
        List<Frame> frames = new ArrayList<>();
        for (EntityTemplate template : templates) {
            if (template.hasEntity() == personal) {
                frames.add(new Frame(template, String.format(Locale.ROOT, "%s%04d", name, frames.size() + 1)));
            }
        }
        Collections.shuffle(frames, random);
        return frames;
    }

    /** Goes round the templates until there are enough texts; a text that is there already is left out. */
    private void fill(List<Frame> frames, int count, Set<String> seen, List<LabelledText> texts) {
        int made = 0;
        for (int round = 0; made < count && round < MOST_ROUNDS; round++) {
            for (int i = 0; i < frames.size() && made < count; i++) {
                LabelledText text = ChatNoise.disturb(filled(frames.get(i)), random);
                if (seen.add(text.text())) {
                    texts.add(text);
                    made++;
                }
            }
        }
    }

    private LabelledText filled(Frame frame) {
        return filler.fill(frame.template(), frame.conversation(), random);
    }

    /** Two to six texts of templates that are in the same split, in one. */
    private LabelledText document(List<Frame> frames) {
        Frame first = Pick.one(random, frames);
        Split split = Split.of(first.conversation());
        String between = Pick.one(random, " ", " ", "\n", "\n", "\n\n", "\n- ", " / ");
        LabelledText document = filled(first);
        for (int more = 1 + random.nextInt(5); more > 0; ) {
            Frame next = Pick.one(random, frames);
            if (Split.of(next.conversation()) == split) {
                document = joined(document, between, filled(next));
                more--;
            }
        }
        return ChatNoise.disturb(document, random);
    }

    private static LabelledText joined(LabelledText before, String between, LabelledText after) {
        int shift = before.text().length() + between.length();
        List<Span> spans = new ArrayList<>(before.spans());
        after.spans().forEach(span -> spans.add(new Span(span.type(), span.start() + shift, span.end() + shift)));
        return new LabelledText(
                before.conversation(), before.text() + between + after.text(), spans, before.language());
    }
}
