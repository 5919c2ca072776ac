package io.postil.model.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Brings a checkpoint from a hub into the cache: configuration, tokenizer and safetensors; never a pickle. The snapshot's reference is
 * written last, so that a name is found only when all its files are there and right.
 *
 * @param pause waits while another process pulls the same model
 */
public record Pull(Hub hub, HubCache cache, PullListener listener, Consumer<Duration> pause) {
    private static final Pattern SMALL = Pattern.compile(
            "config\\.json|tokenizer\\.json|tokenizer_config\\.json|special_tokens_map\\.json|added_tokens\\.json|vocab\\.txt|"
                    + "vocab\\.json|merges\\.txt|adapter_config\\.json|README\\.md|LICENSE(\\.txt|\\.md)?|postil\\.json");
    private static final Pattern SHARD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.safetensors");
    private static final String INDEX = "model.safetensors.index.json";
    private static final List<String> WEIGHTS = List.of("model.safetensors", "adapter_model.safetensors");

    /** What was pulled. */
    public record Result(HubName name, String commit, Path folder, List<String> files, long fetchedBytes) {
        public Result {
            files = List.copyOf(files);
        }
    }

    /**
     * Pulls a model; what the cache has already is not fetched again.
     *
     * @throws HubException naming model, file and reason
     */
    public Result run(HubName name) {
        try {
            Path lockFile =
                    cache.root().resolve(".locks").resolve(name.folder()).resolve("postil.lock");
            Files.createDirectories(lockFile.getParent());
            try (FileChannel channel =
                    FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(channel);
                return pull(name);
            }
        } catch (IOException e) {
            throw new HubException(name + ": cannot be written to " + cache.root() + ": " + e, e);
        }
    }

    /** Until the channel is closed. */
    private void lock(FileChannel channel) throws IOException {
        boolean locked = false;
        while (!locked) {
            try {
                locked = channel.lock().isValid();
            } catch (OverlappingFileLockException e) {
                pause.accept(Duration.ofMillis(100));
            }
        }
    }

    private Result pull(HubName name) throws IOException {
        Hub.Listing listing = hub.list(name);
        Set<String> files = new TreeSet<>();
        listing.files().stream().filter(file -> SMALL.matcher(file).matches()).forEach(files::add);
        WEIGHTS.stream().filter(listing.files()::contains).forEach(files::add);
        long fetched = 0;
        if (!listing.files().contains(WEIGHTS.get(0)) && listing.files().contains(INDEX)) {
            fetched += fetch(name, listing.commit(), INDEX);
            files.add(INDEX);
            files.addAll(shards(name, listing));
        }
        requireWeights(name, listing, files);
        for (String file : files) {
            fetched += file.equals(INDEX) ? 0 : fetch(name, listing.commit(), file);
        }
        if (!HubName.isCommit(name.revision())) {
            cache.refer(name, listing.commit());
        }
        return new Result(
                name, listing.commit(), cache.snapshot(name, listing.commit()), new ArrayList<>(files), fetched);
    }

    private static void requireWeights(HubName name, Hub.Listing listing, Set<String> files) {
        if (files.stream().noneMatch(file -> file.endsWith(".safetensors"))) {
            List<String> others = listing.files().stream()
                    .filter(file -> file.matches(".*\\.(bin|pt|pth|pkl|ckpt|h5|msgpack|onnx|ot)"))
                    .toList();
            throw new HubException(name + ": has no model.safetensors, no " + INDEX
                    + " and no adapter_model.safetensors"
                    + (others.isEmpty() ? "" : " (it has " + others + "; pickles and the like are never fetched)"));
        }
    }

    private Set<String> shards(HubName name, Hub.Listing listing) throws IOException {
        Path index = cache.snapshot(name, listing.commit()).resolve(INDEX);
        JsonNode map = new ObjectMapper().readTree(Files.readAllBytes(index)).path("weight_map");
        Set<String> shards = new TreeSet<>();
        for (JsonNode shard : map) {
            String file = shard.asText();
            if (!SHARD.matcher(file).matches() || !listing.files().contains(file)) {
                throw new HubException(name + "/" + INDEX + ": weight_map names '" + file
                        + "' (expected a .safetensors file of the same folder)");
            }
            shards.add(file);
        }
        return shards;
    }

    private long fetch(HubName name, String commit, String file) throws IOException {
        RemoteFile remote = hub.describe(name, commit, file);
        Path blob = cache.blob(name, remote.digest());
        long fetched = new Download(hub, remote, blob, listener).run();
        cache.link(blob, cache.snapshot(name, commit).resolve(file));
        return fetched;
    }
}
