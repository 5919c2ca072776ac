package io.postil.model.store;

import java.nio.file.Path;

/**
 * A complete checkpoint in the store.
 *
 * @param folder a Hugging Face folder; its files were as the manifest says when this was made
 * @param digest SHA-256 of manifest.json, lower-case hexadecimal
 */
public record StoredCheckpoint(String task, String version, Path folder, String digest) {}
