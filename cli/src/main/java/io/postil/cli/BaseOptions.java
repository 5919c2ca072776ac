package io.postil.cli;

import io.postil.model.Input;
import io.postil.model.checkpoint.StaticBase;
import io.postil.model.checkpoint.WordVectors;
import io.postil.model.train.TrainingItem;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a training starts from. */
final class BaseOptions {
    private static final String STATIC = "static";

    @Option(
            names = "--base",
            paramLabel = "DIR|static[:FILE]",
            defaultValue = "sentence-transformers/all-MiniLM-L6-v2",
            description = {
                "A Hugging Face folder to start from (${DEFAULT-VALUE}, which Postil carries);",
                "static:FILE, the mean of word vectors of a file in GloVe's text format; static, of new ones."
            })
    private String base;

    @Option(
            names = "--hidden",
            defaultValue = "0",
            description = "Of a static base, width of a hidden layer; 0 for none (${DEFAULT-VALUE}).")
    private int hidden;

    @Option(
            names = "--vector-size",
            defaultValue = "64",
            description = "Of a static base without a file, width of the vectors (${DEFAULT-VALUE}).")
    private int vectorSize;

    /** As it was given. */
    String name() {
        return base;
    }

    boolean isStatic() {
        return base.equals(STATIC) || base.startsWith(STATIC + ":");
    }

    /** Whether all of it is new. */
    boolean isBlank() {
        return base.equals(STATIC);
    }

    /** The name or folder to begin from; a static base is made in the given folder. */
    String resolve(TrainingData data, long seed, Path folder) {
        if (hidden < 0 || vectorSize < 1) {
            throw new UsageException(
                    "--hidden: " + hidden + ", --vector-size: " + vectorSize + " (expected from 0, and from 1)");
        }
        if (!isStatic()) {
            return base;
        }
        StaticBase made = new StaticBase(hidden, seed);
        WordVectors words = isBlank()
                ? made.fresh(data.train().stream().flatMap(BaseOptions::texts), vectorSize)
                : WordVectors.read(Path.of(base.substring(STATIC.length() + 1)));
        made.write(folder, words);
        return folder.toString();
    }

    private static Stream<String> texts(TrainingItem item) {
        Input input = item.input();
        return Stream.concat(Stream.of(input.text()), input.textPair().stream());
    }
}
