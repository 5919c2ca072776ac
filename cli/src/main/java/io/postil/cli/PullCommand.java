package io.postil.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.hub.Hub;
import io.postil.model.hub.HubName;
import io.postil.model.hub.Pull;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A checkpoint from a hub into the cache. */
@Command(
        name = "pull",
        description = {
            "Fetches a checkpoint from a hub into the cache that Hugging Face's libraries share.",
            "Configuration, tokenizer and safetensors, each checked by its digest; never a pickle. Pulled names are good for "
                    + "--base and --model.",
            "The hub is HF_ENDPOINT (https://huggingface.co); HF_TOKEN opens what is private or gated."
        },
        mixinStandardHelpOptions = true)
final class PullCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HubOptions hub;

    @Parameters(paramLabel = "NAME", description = "ORGANISATION/NAME, with @REVISION behind it or without.")
    private String name;

    @Option(names = "--revision", description = "A branch, a tag or a commit (main).")
    private String revision;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "${env:HF_ENDPOINT:-https://huggingface.co}",
            description = "The hub; HF_ENDPOINT in the environment.",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private URI endpoint;

    @Override
    public Integer call() {
        if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).matches("https?")) {
            throw new UsageException("--endpoint: " + endpoint + " (expected an http or https address)");
        }
        HubName wanted = HubName.of(name)
                .flatMap(found -> revision == null ? Optional.of(found) : found.at(revision))
                .orElseThrow(() -> new UsageException("NAME: " + name + (revision == null ? "" : " at " + revision)
                        + " (expected ORGANISATION/NAME, and a revision without blanks)"));
        Optional<String> token = Optional.ofNullable(System.getenv("HF_TOKEN")).filter(value -> !value.isBlank());
        Hub remote = new Hub(endpoint, token, PullCommand::pause);
        PullProgress progress = new PullProgress(spec.commandLine().getErr());
        Pull.Result result = new Pull(remote, hub.cache(), progress, PullCommand::pause).run(wanted);
        print(result);
        return 0;
    }

    private void print(Pull.Result result) {
        ObjectNode node = RecordJson.MAPPER
                .createObjectNode()
                .put("model", result.name().id())
                .put("revision", result.name().revision())
                .put("commit", result.commit())
                .put("folder", result.folder().toString());
        result.files().forEach(node.putArray("files")::add);
        node.put("fetched_bytes", result.fetchedBytes());
        PrintWriter out = spec.commandLine().getOut();
        out.println(RecordJson.line(node));
        out.flush();
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
