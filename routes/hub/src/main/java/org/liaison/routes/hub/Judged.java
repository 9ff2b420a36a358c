package org.liaison.routes.hub;

import java.time.Instant;
import java.util.List;
import org.liaison.routes.hub.Post.Told;

/// A batch whose envelopes have been decided on; the statements in it wait to be heard. Nothing has been done.
record Judged(List<Verdict> verdicts, List<Told> statements, Instant at) {

    Judged {
        verdicts = List.copyOf(verdicts);
        statements = List.copyOf(statements);
    }
}
