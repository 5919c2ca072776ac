package io.postil.cli;

import io.postil.model.torch.TorchClassifiers;
import io.postil.model.torch.TorchOptions;
import io.postil.stream.StreamApp;
import io.postil.stream.StreamConfig;
import picocli.CommandLine.Command;

/** The stream application as a process. */
@Command(
        name = "stream",
        description = "Annotates: utterances in, annotations out, until it is asked to end.",
        mixinStandardHelpOptions = true)
final class StreamCommand extends ProcessCommand {

    @Override
    public Integer call() throws InterruptedException {
        StreamConfig config = StreamConfig.read(config(), System.getenv());
        TorchClassifiers classifiers = new TorchClassifiers(models().bases(), options(config.computing()));
        return run("stream", config.service().http(), metrics -> StreamApp.start(config, metrics, classifiers));
    }

    private static TorchOptions options(StreamConfig.Computing computing) {
        return new TorchOptions(
                computing.nativeThreads(), computing.device(), computing.numeric(), computing.agreement());
    }
}
