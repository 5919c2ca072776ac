package io.postil.cli.docs;

import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Prints the help of a command, and of all below it, as {@code docs/cli.md}. */
final class CommandPage {

    private CommandPage() {}

    /** Defaults that differ from machine to machine are shown as those of somebody called "you". */
    static String of(CommandLine command) {
        var properties = (Properties) System.getProperties().clone();
        System.setProperty("user.name", "you");
        System.setProperty("user.home", "~");
        try {
            StringBuilder page = new StringBuilder("""
                    # The command line

                    Printed from the commands in the code; `postil help COMMAND` says the same. Results go to standard output, messages and
                    progress to standard error. Exit code 0, 1 where something failed, 2 for wrong usage.
                    """);
            append(page, command);
            return page.toString();
        } finally {
            System.setProperties(properties);
        }
    }

    private static void append(StringBuilder page, CommandLine command) {
        page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
        page.append(command.getUsageMessage(Ansi.OFF)).append("```\n");
        command.getSubcommands().values().stream()
                .filter(below -> !below.getCommandName().equals("help"))
                .forEach(below -> append(page, below));
    }
}
