package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liaison.gateway.Copies.NewCopy;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Digest;
import org.liaison.message.ErdsEvent;
import org.liaison.message.EvidenceId;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.routes.gateway.Answer;
import org.liaison.routes.gateway.Arrival;
import org.liaison.routes.gateway.Inbox;
import org.liaison.routes.gateway.Passage;
import org.liaison.routes.gateway.Received;
import org.liaison.routes.gateway.Received.Content;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The inbox: one row per message and recipient, unique in the database, so that nothing is taken
/// twice whatever the broker does.
final class InboxInPostgres implements Inbox {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Copies copies;
    private final CasebookInPostgres cases;
    private final EvidenceRows evidence;
    private final Checkpoints checkpoints;
    private final SetAsideInPostgres setAside;

    InboxInPostgres(Records records, EvidenceRows evidence, Checkpoints checkpoints, SetAsideInPostgres setAside) {
        this.database = records.database();
        this.transaction = records.transaction();
        this.copies = records.copies();
        this.cases = records.cases();
        this.evidence = evidence;
        this.checkpoints = checkpoints;
        this.setAside = setAside;
    }

    @Override
    public List<Taken> take(List<Received> received, Answering answering, Instant now) {
        return transaction.execute(_ -> {
            List<Taken> taken = new ArrayList<>();
            for (Received one : received) taken.add(take(one, answering, now));
            checkpoints.note(received.stream().map(Received::acceptance).toList(), now);
            return taken;
        });
    }

    private Taken take(Received received, Answering answering, Instant now) {
        Slip slip = received.slip();
        Optional<Bytes> known = digestOf(slip.id(), received.recipient());
        if (known.isPresent() && !known.get().equals(slip.contentDigest().value()))
            return new Taken.OtherContent(received);
        if (evidence.said(slip.id(), received.recipient()).isPresent()) {
            evidence.sayAgain(slip.id(), received.recipient(), slip.priority(), now);
            return new Taken.Repeated(received);
        }
        Answer answer = answering.answer(received, cases.locked(slip.caseId(), received.recipient(), now));
        store(received, answer, now);
        return new Taken.New(received, answer.evidence());
    }

    private void store(Received received, Answer answer, Instant now) {
        Slip slip = received.slip();
        AuthorityCode recipient = received.recipient();
        boolean handedOver = answer.evidence().event() == ErdsEvent.CONTENT_HANDOVER;
        Optional<Content.Legible> legible =
                received.content() instanceof Content.Legible content ? Optional.of(content) : Optional.empty();
        copies.insert(
                new NewCopy(
                        recipient,
                        slip,
                        received.signedSlip(),
                        received.sealed(),
                        legible.filter(_ -> handedOver).map(Content.Legible::letter),
                        legible.filter(_ -> handedOver).map(Content.Legible::signedLetter),
                        answer.meaning()),
                now);
        copies.insertPassage(
                slip.id(), recipient, recipient, (handedOver ? Passage.HANDED_OVER : Passage.FAILED).name(), now);
        if (!handedOver) Passages.explain(database, slip.id(), recipient, recipient, answer.evidence());
        evidence.insert(recipient, received.acceptance(), now);
        say(answer, recipient, slip.priority(), now);
    }

    private void say(Answer answer, AuthorityCode recipient, Priority priority, Instant now) {
        evidence.insert(recipient, answer.evidence(), answer.signed(), Optional.empty(), now);
        evidence.queue(answer.evidence(), answer.signed(), recipient, priority, now);
    }

    @Override
    public void refuse(Arrival arrival, Answer answer, Instant now) {
        transaction.executeWithoutResult(_ -> {
            MessageId id = answer.evidence().messageId();
            AuthorityCode recipient = arrival.authority().orElseThrow();
            if (evidence.said(id, recipient).isPresent()) {
                evidence.sayAgain(id, recipient, Priority.ROUTINE, now);
                return;
            }
            say(answer, recipient, Priority.ROUTINE, now);
            setAside.keep(
                    arrival,
                    Optional.of(id),
                    "refused: " + answer.evidence().reasons().getFirst().details());
        });
    }

    @Override
    public Access open(MessageId id, AuthorityCode recipient, Instant now, Function<Copy, Answer> signing) {
        return transaction.execute(_ -> {
            Optional<Standing> found = standing(id, recipient);
            if (found.isEmpty() || found.get().passage() == Passage.FAILED) return new Access.NothingToOpen();
            Standing standing = found.get();
            if (standing.opened().isPresent())
                return new Access.OpenedBefore(standing.opened().get());
            Answer answer = signing.apply(standing.copy());
            say(answer, recipient, standing.priority(), now);
            markOpened(id, recipient, now);
            return new Access.Opened(answer.signed());
        });
    }

    private record Standing(Copy copy, Passage passage, Optional<Instant> opened, Priority priority) {}

    private Optional<Standing> standing(MessageId id, AuthorityCode recipient) {
        return database.sql("select p.state, m.opened_at, m.priority, m.sender, m.recipients, m.content_digest"
                        + " from messages m join passages p using (message_id, authority)"
                        + " where m.message_id = ? and m.authority = ? and m.direction = 'IN' for update of m")
                .params(id.value(), recipient.toString())
                .query((row, n) -> new Standing(
                        new Copy(
                                recipient,
                                id,
                                AuthorityCode.parse(row.getString("sender")),
                                Rows.authorities(row.getArray("recipients")),
                                new Digest(Rows.bytes(row, "content_digest")),
                                evidence.said(id, recipient).map(said -> new EvidenceId(said.id()))),
                        Passage.valueOf(row.getString("state")),
                        Rows.optionalInstant(row, "opened_at"),
                        Priority.valueOf(row.getString("priority"))))
                .optional();
    }

    private void markOpened(MessageId id, AuthorityCode recipient, Instant now) {
        database.sql("update messages set opened_at = ? where message_id = ? and authority = ?")
                .params(Rows.time(now), id.value(), recipient.toString())
                .update();
        database.sql("update passages set state = ?, since = ? where message_id = ? and authority = ?")
                .params(Passage.OPENED.name(), Rows.time(now), id.value(), recipient.toString())
                .update();
    }

    private Optional<Bytes> digestOf(MessageId id, AuthorityCode recipient) {
        return database.sql("select content_digest from messages where message_id = ? and authority = ?")
                .params(id.value(), recipient.toString())
                .query((row, n) -> Rows.bytes(row, "content_digest"))
                .optional();
    }
}
