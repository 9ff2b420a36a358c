package org.liaison.routes.hub;

import java.nio.file.Path;

/// A directory or rulebook file cannot be put in force. The one that is in force stays; at start there is none, and
/// the hub does not start.
final class SnapshotRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    SnapshotRefused(Path file, String problem) {
        super(file + ": " + problem);
    }
}
