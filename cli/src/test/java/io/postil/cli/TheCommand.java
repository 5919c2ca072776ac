package io.postil.cli;

import picocli.CommandLine;

/** The postil command, for tests of other packages. */
public final class TheCommand {

    private TheCommand() {}

    public static CommandLine line() {
        return Postil.commandLine();
    }
}
