package io.postil.cli.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the postil command out of a line of shell, as far as the lines of these pages need it. */
final class ShellLine {
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|[|;]\\s*|&&\\s*|\\$ )(?:\\./)?postil(?=\\s|$)((?:\"[^\"]*\"|'[^']*'|[^|<>;&)#])*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private ShellLine() {}

    /** The arguments of postil, if the line runs it. */
    static Optional<List<String>> arguments(String line) {
        Matcher command = COMMAND.matcher(line);
        if (!command.find()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.group(1));
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return Optional.of(words);
    }
}
