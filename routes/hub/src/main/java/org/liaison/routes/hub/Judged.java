package org.liaison.routes.hub;

import java.time.Instant;
import java.util.List;

/// A batch on which everything has been decided and nothing done.
record Judged(List<Verdict> verdicts, Instant at) {

    Judged {
        verdicts = List.copyOf(verdicts);
    }
}
