package org.liaison.routes.gateway;

import java.util.Collection;
import java.util.Optional;
import org.liaison.message.ErdsEvent;

/// How far a message has come on its way to one recipient. The table is in `DESIGN.md`; a test walks all pairs.
///
/// Evidence may arrive in any order and more than once, so progress is never taken back: what proves
/// less than is known changes nothing.
public enum Passage {
    /// Durable here; the hub has not answered.
    QUEUED,
    ACCEPTED_BY_HUB,
    /// The recipient's gateway has it, opened it and signed for it.
    HANDED_OVER,
    /// A person at the recipient has opened it.
    OPENED,
    /// The hub refused it.
    REJECTED,
    /// The recipient's gateway could not take it.
    FAILED,
    /// Nobody has confirmed it within its limit. It is still being tried; the officer has been told.
    NOT_HANDED_OVER_IN_TIME;

    /// What can happen to a passage.
    public enum Event {
        ACCEPTANCE,
        REJECTION,
        HANDOVER,
        HANDOVER_FAILURE,
        ACCESS,
        LIMIT_PASSED;

        /// Absent for the ERDS events that no step of ours issues.
        public static Optional<Event> of(ErdsEvent event) {
            return switch (event) {
                case SUBMISSION_ACCEPTANCE -> Optional.of(ACCEPTANCE);
                case SUBMISSION_REJECTION -> Optional.of(REJECTION);
                case CONTENT_HANDOVER -> Optional.of(HANDOVER);
                case CONTENT_HANDOVER_FAILURE -> Optional.of(HANDOVER_FAILURE);
                case CONTENT_ACCESS_TRACKING -> Optional.of(ACCESS);
                default -> Optional.empty();
            };
        }
    }

    public sealed interface Step {
        record Moved(Passage to) implements Step {}

        /// Known already, or proves less than is known.
        record Stays() implements Step {}

        /// Two genuine statements that cannot both be true. The evidence is kept, the state stays, the
        /// operator looks.
        record Contradicts() implements Step {}
    }

    public Step next(Event event) {
        return switch (this) {
            case QUEUED, NOT_HANDED_OVER_IN_TIME -> fromUnconfirmed(event);
            case ACCEPTED_BY_HUB -> event == Event.REJECTION ? new Step.Contradicts() : fromUnconfirmed(event);
            case HANDED_OVER ->
                switch (event) {
                    case ACCESS -> new Step.Moved(OPENED);
                    case ACCEPTANCE, HANDOVER, LIMIT_PASSED -> new Step.Stays();
                    case REJECTION, HANDOVER_FAILURE -> new Step.Contradicts();
                };
            case OPENED ->
                switch (event) {
                    case ACCEPTANCE, HANDOVER, ACCESS, LIMIT_PASSED -> new Step.Stays();
                    case REJECTION, HANDOVER_FAILURE -> new Step.Contradicts();
                };
            case REJECTED ->
                switch (event) {
                    case REJECTION, LIMIT_PASSED -> new Step.Stays();
                    case ACCEPTANCE, HANDOVER, HANDOVER_FAILURE, ACCESS -> new Step.Contradicts();
                };
            case FAILED ->
                switch (event) {
                    case ACCEPTANCE, HANDOVER_FAILURE, LIMIT_PASSED -> new Step.Stays();
                    case REJECTION, HANDOVER, ACCESS -> new Step.Contradicts();
                };
        };
    }

    /// Whether nobody needs to be asked any more: there is evidence of how it ended.
    public boolean settled() {
        return switch (this) {
            case HANDED_OVER, OPENED, REJECTED, FAILED -> true;
            case QUEUED, ACCEPTED_BY_HUB, NOT_HANDED_OVER_IN_TIME -> false;
        };
    }

    /// One word for a message with several recipients: a failure first, else the one that has come least far.
    public static Passage overall(Collection<Passage> passages) {
        return passages.stream()
                .min((one, other) -> Integer.compare(one.urgencyToKnow(), other.urgencyToKnow()))
                .orElse(QUEUED);
    }

    private Step fromUnconfirmed(Event event) {
        return switch (event) {
            case ACCEPTANCE -> this == QUEUED ? new Step.Moved(ACCEPTED_BY_HUB) : new Step.Stays();
            case REJECTION -> new Step.Moved(REJECTED);
            case HANDOVER -> new Step.Moved(HANDED_OVER);
            case HANDOVER_FAILURE -> new Step.Moved(FAILED);
            case ACCESS -> new Step.Moved(OPENED);
            case LIMIT_PASSED ->
                this == NOT_HANDED_OVER_IN_TIME ? new Step.Stays() : new Step.Moved(NOT_HANDED_OVER_IN_TIME);
        };
    }

    private int urgencyToKnow() {
        return switch (this) {
            case REJECTED -> 0;
            case FAILED -> 1;
            case NOT_HANDED_OVER_IN_TIME -> 2;
            case QUEUED -> 3;
            case ACCEPTED_BY_HUB -> 4;
            case HANDED_OVER -> 5;
            case OPENED -> 6;
        };
    }
}
