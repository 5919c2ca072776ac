package io.postil.model.torch;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.postil.model.CheckpointException;
import io.postil.model.ClassifierException;
import io.postil.model.Input;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.text.CodeUnits;
import io.postil.model.text.Encoded;
import io.postil.model.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A tokenizer.json run by the native tokenizers library; truncation and padding that the file may ask for are off. As in transformers, an
 * empty pair is none.
 */
final class TorchTokenizer implements Tokenizer {
    private static final Map<String, String> WHOLE =
            Map.of("addSpecialTokens", "true", "truncation", "false", "padding", "false");

    private final HuggingFaceTokenizer tokenizer;
    private final boolean tokenTypes;
    private final int vocabulary;

    private TorchTokenizer(HuggingFaceTokenizer tokenizer, boolean tokenTypes, int vocabulary) {
        this.tokenizer = tokenizer;
        this.tokenTypes = tokenTypes;
        this.vocabulary = vocabulary;
    }

    static TorchTokenizer open(Checkpoint checkpoint) {
        return open(
                checkpoint.file("tokenizer.json"),
                TokenizerSettings.of(checkpoint).tokenTypes(),
                checkpoint.config().encoder().size().vocabulary());
    }

    /** @param vocabulary what all ids must be below */
    static TorchTokenizer open(Path file, boolean tokenTypes, int vocabulary) {
        NativeSetting.apply();
        try (InputStream in = Files.newInputStream(file)) {
            return new TorchTokenizer(HuggingFaceTokenizer.newInstance(in, WHOLE), tokenTypes, vocabulary);
        } catch (IOException | RuntimeException e) {
            throw new CheckpointException(file + ": cannot be opened as a tokenizer", e);
        }
    }

    @Override
    public Encoded encode(Input input) {
        String text = CodeUnits.wellFormed(input.text());
        Optional<String> pair =
                input.textPair().filter(second -> !second.isEmpty()).map(CodeUnits::wellFormed);
        Encoding encoding = pair.map(second -> tokenizer.encode(text, second, true, false))
                .orElseGet(() -> tokenizer.encode(text, true, false));
        int[][] starts = {CodeUnits.starts(text), CodeUnits.starts(pair.orElse(""))};
        return encoded(encoding, starts);
    }

    private Encoded encoded(Encoding encoding, int[][] units) {
        int[] ids = known(ints(encoding.getIds()));
        int[] types = tokenTypes ? ints(encoding.getTypeIds()) : new int[ids.length];
        int[] sides = ints(encoding.getSequenceIds());
        int[] words = ints(encoding.getWordIds());
        int[] starts = new int[ids.length];
        int[] ends = new int[ids.length];
        CharSpan[] spans = encoding.getCharTokenSpans();
        for (int i = 0; i < ids.length; i++) {
            if (sides[i] < 0 || spans[i] == null) {
                sides[i] = Encoded.NONE;
                words[i] = Encoded.NONE;
            } else {
                starts[i] = units[sides[i]][spans[i].getStart()];
                ends[i] = units[sides[i]][spans[i].getEnd()];
            }
        }
        return new Encoded(ids, types, sides, words, starts, ends);
    }

    /** The native library would fail on a row that the table of embeddings does not have, and say less. */
    private int[] known(int[] ids) {
        int largest = Arrays.stream(ids).max().orElse(0);
        if (largest >= vocabulary) {
            throw new ClassifierException("tokenizer.json gives the token id " + largest
                    + ", expected ids below vocab_size of config.json, " + vocabulary);
        }
        return ids;
    }

    private static int[] ints(long[] longs) {
        int[] ints = new int[longs.length];
        Arrays.setAll(ints, i -> (int) longs[i]);
        return ints;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
