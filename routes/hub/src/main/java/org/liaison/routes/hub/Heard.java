package org.liaison.routes.hub;

import java.time.Instant;
import java.util.List;

/// A batch on which everything has been decided and nothing done.
record Heard(List<Verdict> verdicts, List<Account> accounts, Instant at) {

    Heard {
        verdicts = List.copyOf(verdicts);
        accounts = List.copyOf(accounts);
    }
}
