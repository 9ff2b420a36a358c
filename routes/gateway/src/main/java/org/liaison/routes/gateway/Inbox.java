package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liaison.casework.course.CaseView;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.MessageId;

/// What came in, one copy per message and recipient.
public interface Inbox {

    /// Commits all of them in one transaction before it returns: copy, case, the recipient's answer
    /// and its place in
    /// the outbox. `answering` is asked once for each new copy, with the case locked, in the order given.
    ///
    /// A copy that is here already is left as it is and its answer is queued again, unchanged.
    List<Taken> take(List<Received> received, Answering answering, Instant now);

    /// Commits, in one transaction before it returns, the answer to a delivery whose slip cannot be
    /// relied on: there is
    /// no copy to keep, but its sender must hear of it. Given again, the first answer goes out again.
    void refuse(Arrival arrival, Answer answer, Instant now);

    /// Marks a copy opened by a person, and commits the evidence that `signing` makes of it, the first time.
    Access open(MessageId id, AuthorityCode recipient, Instant now, Function<Copy, Answer> signing);

    interface Answering {
        Answer answer(Received received, CaseView standing);
    }

    /// `last` is the evidence this recipient gave before.
    record Copy(
            AuthorityCode recipient,
            MessageId id,
            AuthorityCode from,
            List<AuthorityCode> to,
            Digest contentDigest,
            Optional<EvidenceId> last) {}

    sealed interface Taken {
        record New(Received received, Evidence evidence) implements Taken {}

        /// Delivered before; the same answer goes out again.
        record Repeated(Received received) implements Taken {}

        /// A message of this id is here with other content. Only a broken or hostile hub carries that.
        record OtherContent(Received received) implements Taken {}
    }

    sealed interface Access {
        record Opened(Bytes evidence) implements Access {}

        record OpenedBefore(Instant at) implements Access {}

        /// Not in this authority's inbox, or its content could not be taken.
        record NothingToOpen() implements Access {}
    }
}
