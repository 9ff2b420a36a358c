package org.liaison.routes.gateway;

import java.time.Instant;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;

/// What an officer of `owner` is told because time passes. `moment` is the time it is about: the same notice is told
/// once.
public record Notice(
        CaseId caseId, AuthorityCode owner, String clock, Urgency urgency, Instant moment, String sentence) {

    public enum Urgency {
        /// Something will be due.
        REMINDER,
        /// Something was due and has not been done.
        MISSED,
        /// The case came to its end, or to a warning, because nobody acted.
        SILENCE
    }
}
