package io.postil.cli.ops;

import io.postil.service.Setting;
import io.postil.stream.StreamSettings;
import io.postil.testkit.Repository;
import io.postil.trainer.TrainerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The environment variables that something of Postil reads. */
final class Variables {
    private static final Pattern NAME = Pattern.compile("POSTIL_[A-Z_]+");

    private Variables() {}

    static Set<String> ofStream() {
        return StreamSettings.all().stream().map(Setting::variable).collect(Collectors.toSet());
    }

    static Set<String> ofTrainer() {
        return TrainerSettings.all().stream().map(Setting::variable).collect(Collectors.toSet());
    }

    /** Those of the start script and of the logs. */
    static Set<String> ofTheScript() throws IOException {
        Set<String> names = in(Files.readString(Repository.root().resolve("postil")));
        names.addAll(in(Files.readString(Repository.root().resolve("cli/src/main/resources/logback.xml"))));
        return names;
    }

    /** Those that the options of a command, and of all below it, name as their defaults. */
    static Set<String> ofCommand(CommandSpec command) {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : command.options()) {
            names.addAll(in(Arrays.toString(option.description())));
        }
        for (CommandLine below : command.subcommands().values()) {
            names.addAll(ofCommand(below.getCommandSpec()));
        }
        return names;
    }

    private static Set<String> in(String text) {
        return NAME.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
