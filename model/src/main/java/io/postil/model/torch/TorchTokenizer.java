package io.postil.model.torch;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.postil.model.CheckpointException;
import io.postil.model.Field;
import io.postil.model.Input;
import io.postil.model.checkpoint.Checkpoint;
import io.postil.model.text.CodeUnits;
import io.postil.model.text.Token;
import io.postil.model.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tokenizer.json run by the native tokenizers library; truncation and padding that the file may ask for are off. */
final class TorchTokenizer implements Tokenizer {
    private static final Map<String, String> WHOLE =
            Map.of("addSpecialTokens", "true", "truncation", "false", "padding", "false");

    private final HuggingFaceTokenizer tokenizer;
    private final boolean tokenTypes;

    private TorchTokenizer(HuggingFaceTokenizer tokenizer, boolean tokenTypes) {
        this.tokenizer = tokenizer;
        this.tokenTypes = tokenTypes;
    }

    static TorchTokenizer open(Checkpoint checkpoint) {
        return open(
                checkpoint.file("tokenizer.json"),
                TokenizerSettings.of(checkpoint).tokenTypes());
    }

    static TorchTokenizer open(Path file, boolean tokenTypes) {
        NativeSetting.apply();
        try (InputStream in = Files.newInputStream(file)) {
            return new TorchTokenizer(HuggingFaceTokenizer.newInstance(in, WHOLE), tokenTypes);
        } catch (IOException | RuntimeException e) {
            throw new CheckpointException(file + ": cannot be opened as a tokenizer", e);
        }
    }

    @Override
    public List<Token> encode(Input input) {
        String text = CodeUnits.wellFormed(input.text());
        Optional<String> pair = input.textPair().map(CodeUnits::wellFormed);
        Encoding encoding = pair.map(second -> tokenizer.encode(text, second, true, false))
                .orElseGet(() -> tokenizer.encode(text, true, false));
        int[][] starts = {CodeUnits.starts(text), CodeUnits.starts(pair.orElse(""))};
        return tokens(encoding, starts);
    }

    private List<Token> tokens(Encoding encoding, int[][] starts) {
        long[] ids = encoding.getIds();
        long[] types = encoding.getTypeIds();
        long[] sequences = encoding.getSequenceIds();
        long[] words = encoding.getWordIds();
        CharSpan[] spans = encoding.getCharTokenSpans();
        List<Token> tokens = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            int id = Math.toIntExact(ids[i]);
            int type = tokenTypes ? (int) types[i] : 0;
            if (sequences[i] < 0 || spans[i] == null) {
                tokens.add(Token.special(id, type));
                continue;
            }
            int[] units = starts[(int) sequences[i]];
            tokens.add(new Token(
                    id,
                    type,
                    Optional.of(sequences[i] == 0 ? Field.TEXT : Field.TEXT_PAIR),
                    (int) words[i],
                    units[spans[i].getStart()],
                    units[spans[i].getEnd()]));
        }
        return tokens;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
