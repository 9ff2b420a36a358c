package org.liaison.routes.hub;

import java.time.Instant;
import java.util.List;
import org.liaison.message.Wire.Receipt;

/// A batch of which everything is durable in the log, each part with the receipt that proves it.
record Recorded(List<Answer> answers, List<Noted> notes, Instant at) {

    Recorded {
        answers = List.copyOf(answers);
        notes = List.copyOf(notes);
    }

    record Answer(Verdict verdict, Receipt receipt) {}

    record Noted(Account account, Receipt receipt) {}
}
