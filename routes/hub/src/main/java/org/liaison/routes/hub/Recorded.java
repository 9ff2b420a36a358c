package org.liaison.routes.hub;

import java.util.List;
import org.liaison.message.Wire.Receipt;

/// A batch whose verdicts are durable in the log, each with the receipt that proves it.
record Recorded(List<Answer> answers) {

    Recorded {
        answers = List.copyOf(answers);
    }

    record Answer(Verdict verdict, Receipt receipt) {}
}
