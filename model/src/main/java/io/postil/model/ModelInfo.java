package io.postil.model;

import java.util.List;

/**
 * Which model answers.
 *
 * @param digest SHA-256 of the checkpoint's manifest, hexadecimal
 * @param labels in the order of the logits
 */
public record ModelInfo(String task, String version, String digest, Head head, List<String> labels) {

    public ModelInfo {
        labels = List.copyOf(labels);
    }
}
