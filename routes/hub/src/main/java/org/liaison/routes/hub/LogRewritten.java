package org.liaison.routes.hub;

import java.nio.file.Path;

/// The log is not the log that was seen before. For the operator: somebody put the database back or changed it.
final class LogRewritten extends RuntimeException {

    private static final long serialVersionUID = 1;

    LogRewritten(Path lastCheckpoint, String why) {
        super("The audit log does not continue the checkpoint kept in " + lastCheckpoint + ". " + why
                + " Do not start the hub on this database before you know why. If you restored a backup on purpose,"
                + " tell the witnesses, keep that file, and move it away.");
    }
}
