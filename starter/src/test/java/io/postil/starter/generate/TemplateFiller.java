package io.postil.starter.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the slots of a template and notes where the labelled values came to stand. */
final class TemplateFiller {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)(?:\\.(\\w+))?(?:#(\\d))?(?:=([^}]*))?}(\\p{L}*)");
    private static final Pattern ELIDED = Pattern.compile("(?s).*\\b(?:[dD]|[qQ]u)e ");
    private static final String VOWELS = "AÀÂEÉÈÊIÎOÔUaàâeéèêiîoôu";

    private final Sources sources;

    TemplateFiller(Sources sources) {
        this.sources = sources;
    }

    LabelledText fill(EntityTemplate template, String conversation, Random random) {
        SlotValues values =
                new SlotValues(template.language(), Pick.part(conversation, NamePool.PARTS), sources, random);
        String frame = template.chosen(random);
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        Matcher slot = SLOT.matcher(frame);
        int copied = 0;
        while (slot.find()) {
            text.append(frame, copied, slot.start());
            copied = slot.end();
            String type = slot.group(1);
            String value = slot.group(4) != null
                    ? slot.group(4)
                    : values.value(type, orEmpty(slot.group(2)), orEmpty(slot.group(3)));
            boolean labelled = Character.isUpperCase(type.charAt(0));
            value += slot.group(5);
            if (labelled && template.language().equals("fr")) {
                elide(text, value);
            }
            if (labelled) {
                spans.add(new Span(type, text.length(), text.length() + value.length()));
            }
            text.append(value);
        }
        text.append(frame, copied, frame.length());
        return new LabelledText(conversation, text.toString(), List.copyOf(spans), template.language());
    }

    /** Writes "d'Amélie" for "de Amélie". */
    private static void elide(StringBuilder text, String value) {
        if (VOWELS.indexOf(value.charAt(0)) >= 0 && ELIDED.matcher(text).matches()) {
            text.setLength(text.length() - 2);
            text.append('\'');
        }
    }

    private static String orEmpty(String group) {
        return group == null ? "" : group;
    }
}
