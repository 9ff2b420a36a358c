package org.liaison.routes.gateway;

import java.util.List;
import org.liaison.message.Reason;
import org.liaison.message.Slip;

/// What an officer is told after handing in a [Draft].
public sealed interface Submission {

    /// Durable in the outbox. `projected`: the form was cut down to what its recipients may see.
    record Queued(Slip slip, boolean projected) implements Submission {}

    /// Nothing was sent and nothing kept. Every problem that could be found is listed.
    record Refused(Reason reason, List<Objection> objections) implements Submission {
        public Refused {
            objections = List.copyOf(objections);
            if (objections.isEmpty()) throw new IllegalArgumentException("a refusal says what is wrong");
        }

        static Refused of(Reason reason, String pointer, String sentence) {
            return new Refused(reason, List.of(new Objection(pointer, sentence, "")));
        }
    }

    /// One thing that is wrong. `pointer` leads into the form (RFC 6901), or, with a `#`, into the
    /// request around it;
    /// `why` names the article or rule, where there is one. Content is never quoted.
    record Objection(String pointer, String sentence, String why) {}
}
