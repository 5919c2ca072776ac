package io.postil.cli;

import io.postil.model.hub.HubCache;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where models that were pulled lie. */
final class HubOptions {
    @Option(
            names = "--hub-cache",
            paramLabel = "DIR",
            defaultValue =
                    "${env:HF_HUB_CACHE:-${env:HF_HOME:-${env:XDG_CACHE_HOME:-${sys:user.home}/.cache}/huggingface}/hub}",
            description = "The cache that Hugging Face's libraries share; HF_HUB_CACHE, or hub in HF_HOME "
                    + "(~/.cache/huggingface/hub).",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private Path cache;

    HubCache cache() {
        return new HubCache(cache);
    }
}
