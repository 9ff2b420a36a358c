package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;

/// What others have said about our messages, proven.
public interface EvidenceBook {

    /// Commits in one transaction before it returns: the evidence, each passage moved by [Passage#next], and the
    /// outbox without the messages that are settled. Answers in the order given.
    ///
    /// Evidence that is known before changes nothing.
    List<Kept> keep(List<Proofs.Proven> proven, Instant now);
}
