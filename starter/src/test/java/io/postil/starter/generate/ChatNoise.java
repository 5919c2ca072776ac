package io.postil.starter.generate;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes some texts look typed in a hurry: all one case, no full stop, an emoji, a slip of the finger. */
final class ChatNoise {

    private static final String[] EMOJI = {
        "👋", "🙏", "😀", "😅", "👍🏽", "❤️", "🎉", "😡", "📦", "🤔", "👩‍💻", "✅", "🇫🇷", "🙂"
    };

    private ChatNoise() {}

    static LabelledText disturb(LabelledText source, Random random) {
        LabelledText text = source;
        if (random.nextInt(100) < 6) {
            text = typo(text, random);
        }
        int style = random.nextInt(100);
        if (style < 13) {
            text = sameLength(text, text.text().toLowerCase(Locale.ROOT));
        } else if (style < 16) {
            text = sameLength(text, text.text().toUpperCase(Locale.ROOT));
        }
        if (random.nextInt(100) < 12) {
            text = withoutFullStop(text);
        }
        int emoji = random.nextInt(100);
        if (emoji < 5) {
            text = prefixed(text, Pick.one(random, EMOJI) + Pick.one(random, " ", " ", ""));
        } else if (emoji < 10) {
            text = withText(text, text.text() + " " + Pick.one(random, EMOJI));
        }
        return text;
    }

    private static LabelledText typo(LabelledText text, Random random) {
        int at = random.nextInt(Math.max(1, text.text().length() - 1));
        boolean letters = at + 1 < text.text().length()
                && Character.isLetter(text.text().charAt(at))
                && Character.isLetter(text.text().charAt(at + 1));
        boolean inSpan = text.spans().stream().anyMatch(span -> at + 1 >= span.start() && at <= span.end());
        if (!letters || inSpan) {
            return text;
        }
        StringBuilder typed = new StringBuilder(text.text());
        char first = typed.charAt(at);
        typed.setCharAt(at, typed.charAt(at + 1));
        typed.setCharAt(at + 1, first);
        return withText(text, typed.toString());
    }

    private static LabelledText sameLength(LabelledText text, String changed) {
        return changed.length() == text.text().length() ? withText(text, changed) : text;
    }

    private static LabelledText withoutFullStop(LabelledText text) {
        int last = text.text().length() - 1;
        boolean inSpan = text.spans().stream().anyMatch(span -> span.end() > last);
        return !inSpan && text.text().endsWith(".") ? withText(text, text.text().substring(0, last)) : text;
    }

    private static LabelledText prefixed(LabelledText text, String prefix) {
        int shift = prefix.length();
        List<Span> moved = text.spans().stream()
                .map(span -> new Span(span.type(), span.start() + shift, span.end() + shift))
                .toList();
        return new LabelledText(text.conversation(), prefix + text.text(), moved, text.language());
    }

    private static LabelledText withText(LabelledText text, String changed) {
        return new LabelledText(text.conversation(), changed, text.spans(), text.language());
    }
}
