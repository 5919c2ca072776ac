package io.postil.starter.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the entity data set of one language: texts with entities, and harmless texts that have none. */
final class EntityDataSet {

    private static final double SHARE_WITHOUT_ENTITY = 0.3;

    private final TemplateFiller filler;
    private final Random random;

    EntityDataSet(TemplateFiller filler, Random random) {
        this.filler = filler;
        this.random = random;
    }

    List<LabelledText> texts(String language, List<EntityTemplate> templates, int count) {
        List<LabelledText> texts = new ArrayList<>();
        int harmless = (int) (count * SHARE_WITHOUT_ENTITY);
        Set<String> seen = new HashSet<>();
        Map<Boolean, List<EntityTemplate>> byEntity =
                templates.stream().collect(Collectors.partitioningBy(EntityTemplate::hasEntity));
        fill(language, "t", byEntity.get(true), count - harmless, seen, texts);
        fill(language, "h", byEntity.get(false), harmless, seen, texts);
        return texts;
    }

    /** Goes round the templates until there are enough texts; a text that is there already is left out. */
    private void fill(
            String language,
            String kind,
            List<EntityTemplate> templates,
            int count,
            Set<String> seen,
            List<LabelledText> texts) {
        int made = 0;
        for (int round = 0; made < count && round < 20; round++) {
            for (int i = 0; i < templates.size() && made < count; i++) {
                String conversation = String.format(Locale.ROOT, "%s-%s%04d", language, kind, i + 1);
                LabelledText plain = filler.fill(templates.get(i), conversation, random);
                if ((round == 0 || templates.get(i).hasSlot()) && seen.add(plain.text())) {
                    texts.add(ChatNoise.disturb(plain, random));
                    made++;
                }
            }
        }
    }
}
