package io.postil.model.torch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postil.model.checkpoint.JsonFile;
import io.postil.model.text.Encoded;
import io.postil.model.text.Logits;

/** Tokens and logits of one input; one row of logits for a sequence head, one for each token for a token head. */
public final class RawPrediction {
    private final Encoded tokens;
    private final Logits logits;

    RawPrediction(Encoded tokens, Logits logits) {
        this.tokens = tokens;
        this.logits = logits;
    }

    /** {@code {"input_ids":[…],"spans":[[start,end] or null …],"logits":[[…] …]}}. Spans are UTF-16 code units, end exclusive. */
    public ObjectNode json() {
        ObjectNode json = JsonFile.object();
        ArrayNode ids = json.putArray("input_ids");
        ArrayNode spans = json.putArray("spans");
        for (int token = 0; token < tokens.size(); token++) {
            ids.add(tokens.id(token));
            if (tokens.isSpecial(token)) {
                spans.addNull();
            } else {
                spans.addArray().add(tokens.start(token)).add(tokens.end(token));
            }
        }
        ArrayNode rows = json.putArray("logits");
        for (int row = 0; row < logits.rows(); row++) {
            ArrayNode values = rows.addArray();
            for (float value : logits.row(row)) {
                values.add(value);
            }
        }
        return json;
    }
}
