package org.liaison.directory;

/// What the rulebook says about one message from one authority to another.
public sealed interface Decision {

    /// `rule` and `agreement` are the first in the rulebook's order that permit it together; the agreement's legal
    /// basis is the one to rely on.
    record Permitted(Rule rule, Agreement agreement) implements Decision {
        public LegalBasis basis() {
            return agreement.basis();
        }
    }

    /// `lacking` is the first thing that is missing, `why` says it in a sentence.
    record Denied(Lacking lacking, String why) implements Decision {}

    /// In the order in which they are looked at.
    enum Lacking {
        /// No rule lets authorities of the sender's kind write at all.
        RULE_FOR_SENDER,
        RULE_FOR_RECIPIENT,
        RULE_FOR_KIND,
        /// No agreement between the two States.
        AGREEMENT,
        /// There is one, but not at this time.
        AGREEMENT_IN_FORCE,
        AGREEMENT_ON_FAMILY,
        /// Rule and agreement, or agreement and form, rest on different law.
        LEGAL_BASIS,
        CHANNEL,
        /// The agreement provides for it only when it is urgent.
        URGENCY
    }
}
