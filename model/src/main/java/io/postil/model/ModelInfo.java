package io.postil.model;

import java.util.List;

/**
 * Which model answers.
 *
 * @param digest SHA-256 of the checkpoint's manifest, hexadecimal
 * @param labels in the order of the logits
 * @param running what it computes with and where, and the figures that this was chosen by; for people
 */
public record ModelInfo(String task, String version, String digest, Head head, List<String> labels, String running) {

    public ModelInfo {
        labels = List.copyOf(labels);
    }

    /** A model of which nobody asks how it runs. */
    public ModelInfo(String task, String version, String digest, Head head, List<String> labels) {
        this(task, version, digest, head, labels, "");
    }
}
