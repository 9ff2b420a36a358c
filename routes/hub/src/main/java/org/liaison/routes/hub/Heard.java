package org.liaison.routes.hub;

import java.time.Instant;
import java.util.List;
import org.liaison.message.Wire.Receipt;

/// Statements on which everything has been decided and nothing done.
record Heard(List<Account> accounts, Instant at) {

    Heard {
        accounts = List.copyOf(accounts);
    }

    /// The same statements, durable in the log, each with the receipt that proves it.
    record Noted(List<Item> items) {

        Noted {
            items = List.copyOf(items);
        }
    }

    record Item(Account account, Receipt receipt) {}
}
