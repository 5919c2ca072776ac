package io.postil.model.hub;

import java.net.URI;

/**
 * A file on the hub.
 *
 * @param digest SHA-256 (64 digits) of a large file, SHA-1 of the Git blob (40 digits) of a small one
 * @param size in bytes; -1 where the hub does not say
 */
record RemoteFile(String name, URI address, String digest, long size) {

    RemoteFile {
        if (!digest.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            throw new HubException(name + ": the hub gives no digest to check it by (ETag '" + digest
                    + "', expected SHA-256 or a Git blob's SHA-1)");
        }
    }
}
