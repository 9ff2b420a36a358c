package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.Optional;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;

/// Directory and rulebook as signed by two administrators.
public interface Register {

    /// Both snapshots, unless one of them has run out beyond its grace: then nothing may be decided by either.
    Optional<InForce> inForce(Instant now);

    record InForce(Directory directory, Rulebook rulebook) {}
}
