package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.liaison.casework.course.CaseView;
import org.liaison.gateway.Copies.NewCopy;
import org.liaison.gateway.Copies.Place;
import org.liaison.gateway.EvidenceRows.Held;
import org.liaison.gateway.EvidenceRows.Statement;
import org.liaison.gateway.Passages.Move;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
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
    private final Passages passages;
    private final CasebookInPostgres cases;
    private final EvidenceRows evidence;
    private final Checkpoints checkpoints;
    private final SetAsideInPostgres setAside;

    InboxInPostgres(Records records, EvidenceRows evidence, Checkpoints checkpoints, SetAsideInPostgres setAside) {
        this.database = records.database();
        this.transaction = records.transaction();
        this.copies = records.copies();
        this.passages = new Passages(records.database());
        this.cases = records.cases();
        this.evidence = evidence;
        this.checkpoints = checkpoints;
        this.setAside = setAside;
    }

    @Override
    public List<Taken> take(List<Received> received, Answering answering, Instant now) {
        return transaction.execute(_ -> {
            List<Taken> taken = new ArrayList<>();
            for (List<Received> run : runs(received)) taken.addAll(takeRun(run, answering, now));
            checkpoints.note(received.stream().map(Received::acceptance).toList(), now);
            return taken;
        });
    }

    /// A message that follows another of its case must find it, so one case has no two messages in a run; otherwise
    /// a batch is one run.
    private static List<List<Received>> runs(List<Received> received) {
        List<List<Received>> runs = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (Received one : received) {
            boolean first = runs.isEmpty()
                    || !runs.getLast().getFirst().recipient().equals(one.recipient())
                    || seen.contains(one.slip().caseId())
                    || seen.contains(one.slip().id());
            if (first) {
                runs.add(new ArrayList<>());
                seen.clear();
            }
            seen.add(one.slip().caseId());
            seen.add(one.slip().id());
            runs.getLast().add(one);
        }
        return runs;
    }

    private List<Taken> takeRun(List<Received> run, Answering answering, Instant now) {
        AuthorityCode recipient = run.getFirst().recipient();
        List<MessageId> ids = run.stream().map(one -> one.slip().id()).toList();
        Map<MessageId, Bytes> known = digestsOf(ids, recipient);
        Set<MessageId> answered = evidence.saidOf(ids, recipient);
        List<Received> fresh = run.stream()
                .filter(one -> !known.containsKey(one.slip().id()))
                .filter(one -> !answered.contains(one.slip().id()))
                .toList();
        Map<CaseId, CaseView> views = fresh.isEmpty()
                ? Map.of()
                : cases.locked(fresh.stream().map(one -> one.slip().caseId()).toList(), recipient, now);
        List<Answered> answers = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        for (Received one : run) {
            Slip slip = one.slip();
            Bytes digest = known.get(slip.id());
            if (digest != null && !digest.equals(slip.contentDigest().value())) {
                taken.add(new Taken.OtherContent(one));
            } else if (answered.contains(slip.id())) {
                evidence.sayAgain(slip.id(), recipient, slip.priority(), now);
                taken.add(new Taken.Repeated(one));
            } else {
                CaseView view = Objects.requireNonNull(views.get(slip.caseId()));
                Answered done = new Answered(one, answering.answer(one, view));
                answers.add(done);
                taken.add(new Taken.New(one, done.answer().evidence()));
            }
        }
        store(answers, recipient, now);
        return taken;
    }

    /// A delivery and what its recipient says to it.
    private record Answered(Received received, Answer answer) {

        boolean isHandedOver() {
            return answer.evidence().event() == ErdsEvent.CONTENT_HANDOVER;
        }

        NewCopy copy() {
            Optional<Content.Legible> legible =
                    received.content() instanceof Content.Legible content ? Optional.of(content) : Optional.empty();
            return new NewCopy(
                    received.recipient(),
                    received.slip(),
                    received.signedSlip(),
                    received.sealed(),
                    legible.filter(_ -> isHandedOver()).map(Content.Legible::letter),
                    legible.filter(_ -> isHandedOver()).map(Content.Legible::signedLetter),
                    answer.meaning());
        }

        Move passage() {
            Place place = new Place(received.slip().id(), received.recipient());
            return isHandedOver()
                    ? Move.begins(place, received.recipient(), Passage.HANDED_OVER)
                    : Move.because(answer.evidence(), place, received.recipient(), Passage.FAILED);
        }

        Statement statement() {
            return new Statement(
                    answer.evidence(),
                    answer.signed(),
                    received.recipient(),
                    received.slip().priority());
        }
    }

    private void store(List<Answered> answers, AuthorityCode recipient, Instant now) {
        if (answers.isEmpty()) return;
        copies.insert(answers.stream().map(Answered::copy).toList(), recipient, now);
        passages.insert(answers.stream().map(Answered::passage).toList(), now);
        List<Held> held = new ArrayList<>();
        for (Answered one : answers) {
            held.add(Held.by(recipient, one.received().acceptance()));
            held.add(one.statement().held());
        }
        evidence.insert(held, now);
        evidence.queue(answers.stream().map(Answered::statement).toList(), now);
    }

    private void say(Answer answer, AuthorityCode recipient, Priority priority, Instant now) {
        Statement statement = new Statement(answer.evidence(), answer.signed(), recipient, priority);
        evidence.insert(List.of(statement.held()), now);
        evidence.queue(List.of(statement), now);
    }

    @Override
    public void refuse(Arrival arrival, Answer answer, Instant now) {
        transaction.executeWithoutResult(_ -> {
            MessageId id = answer.evidence().messageId();
            AuthorityCode recipient = arrival.authority().orElseThrow();
            if (!evidence.saidOf(List.of(id), recipient).isEmpty()) {
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

    /// The digests of the copies that are here.
    private Map<MessageId, Bytes> digestsOf(List<MessageId> ids, AuthorityCode recipient) {
        Map<MessageId, Bytes> digests = new HashMap<>();
        database.sql("select message_id, content_digest from messages where message_id = any(?) and authority = ?")
                .params(Rows.column(ids, MessageId::value, UUID[]::new), recipient.toString())
                .query(row -> {
                    digests.put(
                            new MessageId(row.getObject("message_id", UUID.class)), Rows.bytes(row, "content_digest"));
                });
        return digests;
    }
}
