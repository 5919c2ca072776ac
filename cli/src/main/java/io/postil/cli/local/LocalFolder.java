package io.postil.cli.local;

import java.nio.file.Path;

/** Where `postil local` keeps what outlives it. */
record LocalFolder(Path root) {

    Path broker() {
        return root.resolve("broker");
    }

    Path registry() {
        return root.resolve("registry");
    }

    Path store() {
        return root.resolve("checkpoints");
    }

    Path models() {
        return root.resolve("models");
    }

    Path keys() {
        return root.resolve("keys").resolve("postil.keys");
    }

    Path streamState() {
        return root.resolve("state").resolve("stream");
    }

    Path trainerState() {
        return root.resolve("state").resolve("trainer");
    }

    Path lock() {
        return root.resolve("lock");
    }
}
