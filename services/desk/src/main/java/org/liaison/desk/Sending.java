package org.liaison.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liaison.casework.Problem;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.Digest;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;

/// Port: the way out.
public interface Sending {

    /// Sends what stands on the sheet, once, however often it is asked. Whether it is what the
    /// person was shown, and the person's to send, is judged under the sheet's lock, which is kept
    /// until the message is durable and the sheet is gone. [Outcome.Sent] is also the answer for
    /// whoever had to wait for that.
    Outcome send(Order order);

    /// Send this sheet: said by a person who may act for its authority and saw what has this
    /// digest.
    record Order(UUID sheet, UUID person, boolean fourEyes, Digest shown) {

        /// What keeps this order from being carried out, asked of the sheet as it is now.
        public Optional<Outcome> against(Sheet now) {
            if (!now.isSentBy(person, fourEyes)) return Optional.of(new Outcome.NotTheirs());
            return now.digest().equals(shown) ? Optional.empty() : Optional.of(new Outcome.NotAsShown());
        }
    }

    /// What would keep it from being sent now. Nothing is kept of the question.
    List<Obstacle> obstacles(Sheet sheet);

    /// Everybody in the directory to whom this authority could think of sending this kind, and whether it may.
    List<Offer> offers(AuthorityCode from, MessageKind kind);

    /// The recipients by who can share one message: it is sealed once, so they must see the same
    /// form and take the same suite.
    List<List<AuthorityCode>> groups(Sheet sheet);

    /// The largest attachments, together, that these recipients and this site take, in bytes.
    long mostBytes(List<AuthorityCode> to);

    sealed interface Outcome {
        record Sent(MessageId id, CaseId caseId) implements Outcome {}

        /// There is no such sheet, or it is not this person's to send. Nothing was sent.
        record NotTheirs() implements Outcome {}

        /// It was changed since the person looked. Nothing was sent.
        record NotAsShown() implements Outcome {}

        /// More is being sent than this site can seal at once, and stayed so for long. Nothing
        /// was sent.
        record Busy() implements Outcome {}

        record Refused(List<Obstacle> obstacles) implements Outcome {
            public Refused {
                obstacles = List.copyOf(obstacles);
            }
        }
    }

    /// `inForm`: its pointer leads into the form; else it is about what is around it.
    record Obstacle(Problem problem, boolean inForm) {}

    /// `why` says why not, where `permitted` is false.
    record Offer(AuthorityCode to, String name, boolean permitted, String why) {}
}
