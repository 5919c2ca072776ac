package io.postil.model.torch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.text.Token;
import java.util.List;

/** Tokens and logits of one input; one row of logits for a sequence head, one for each token for a token head. */
public final class RawPrediction {
    private final List<Token> tokens;
    private final float[][] logits;

    RawPrediction(List<Token> tokens, float[][] logits) {
        this.tokens = List.copyOf(tokens);
        this.logits = logits;
    }

    /** {@code {"input_ids":[…],"spans":[[start,end] or null …],"logits":[[…] …]}}. Spans are UTF-16 code units, end exclusive. */
    public ObjectNode json() {
        ObjectNode json = JsonFile.object();
        ArrayNode ids = json.putArray("input_ids");
        ArrayNode spans = json.putArray("spans");
        for (Token token : tokens) {
            ids.add(token.id());
            if (token.isSpecial()) {
                spans.addNull();
            } else {
                spans.addArray().add(token.start()).add(token.end());
            }
        }
        ArrayNode rows = json.putArray("logits");
        for (float[] row : logits) {
            ArrayNode values = rows.addArray();
            for (float value : row) {
                values.add(value);
            }
        }
        return json;
    }
}
