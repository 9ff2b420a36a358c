package org.liaison.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.ErdsEvent;
import org.liaison.message.EventReason;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.Frames;
import org.liaison.message.MessageId;
import org.liaison.message.Reading;
import org.liaison.message.Reason;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;
import org.liaison.seal.Unproven;

/// A hub that believes everybody, with a real log and real evidence: the other end for tests of a gateway.
final class HubInMemory {

    private final Signer signer;
    private final Book book;
    private final Map<MessageId, Slip> slips = new HashMap<>();
    private Optional<Reason> rejecting = Optional.empty();

    record Post(String mailbox, boolean urgent, Wire wire) {

        Bytes frame() {
            return Frames.write(wire);
        }
    }

    HubInMemory(Network network) {
        this.signer = network.hub();
        this.book = new BookInMemory(network.logSigner());
    }

    Book book() {
        return book;
    }

    /// From now on every new message is refused for this reason.
    void reject(Reason reason) {
        rejecting = Optional.of(reason);
    }

    void acceptAgain() {
        rejecting = Optional.empty();
    }

    synchronized List<Post> receive(Bytes frame) {
        return switch (Frames.read(frame)) {
            case Reading.Clear<Wire>(Wire.Envelope envelope) -> envelope(envelope);
            case Reading.Clear<Wire>(Wire.Statement statement) -> statement(statement);
            case Reading.Clear<Wire> other -> throw new IllegalStateException("a gateway sent " + other);
            case Reading.Garbled<Wire>(String problem) -> throw new IllegalStateException(problem);
        };
    }

    private List<Post> envelope(Wire.Envelope envelope) {
        Slip slip = slip(envelope.slip());
        slips.put(slip.id(), slip);
        Wire.Receipt receipt = book.submissions(List.of(slip.id())).get(slip.id());
        if (receipt == null) receipt = record(envelope, slip);
        boolean accepted = entry(receipt).event() == Entry.Event.SUBMISSION_ACCEPTANCE;
        List<Post> posts = new ArrayList<>();
        if (accepted)
            for (AuthorityCode recipient : slip.to())
                posts.add(new Post(
                        "mailbox." + recipient,
                        false,
                        new Wire.Delivery(envelope.slip(), envelope.content(), receipt)));
        posts.add(new Post("mailbox." + slip.from(), false, receipt));
        return posts;
    }

    private Wire.Receipt record(Wire.Envelope envelope, Slip slip) {
        Instant now = Instant.now();
        Evidence evidence = new Evidence(
                EvidenceId.next(now),
                rejecting.isEmpty() ? ErdsEvent.SUBMISSION_ACCEPTANCE : ErdsEvent.SUBMISSION_REJECTION,
                now,
                Evidence.HUB,
                slip.from(),
                slip.to(),
                Optional.empty(),
                slip.id(),
                slip.contentDigest(),
                Optional.empty(),
                rejecting.map(EventReason::new).map(List::of).orElse(List.of()));
        Entry entry = new Entry(
                rejecting.isEmpty() ? Entry.Event.SUBMISSION_ACCEPTANCE : Entry.Event.SUBMISSION_REJECTION,
                now,
                Optional.of(slip.id()),
                Optional.of(envelope.slip()),
                Optional.of(signer.sign(evidence.toJson(), Strength.ECDSA, now)),
                "");
        return book.append(List.of(entry)).getFirst();
    }

    private List<Post> statement(Wire.Statement statement) {
        Evidence evidence = evidence(statement.evidence());
        Entry entry = new Entry(
                Entry.Event.RECIPIENT_EVIDENCE,
                Instant.now(),
                Optional.of(evidence.messageId()),
                Optional.empty(),
                Optional.of(statement.evidence()),
                "");
        return List.of(new Post(
                "mailbox." + evidence.sender(),
                false,
                book.append(List.of(entry)).getFirst()));
    }

    static Slip slip(Bytes signed) {
        if (Slip.read(Unproven.content(signed).orElseThrow()) instanceof Reading.Clear<Slip>(Slip slip)) return slip;
        throw new IllegalStateException("not a slip");
    }

    static Evidence evidence(Bytes signed) {
        if (Evidence.read(Unproven.content(signed).orElseThrow()) instanceof Reading.Clear<Evidence>(Evidence read))
            return read;
        throw new IllegalStateException("not evidence");
    }

    static Entry entry(Wire.Receipt receipt) {
        if (Entry.read(receipt.entry()) instanceof Reading.Clear<Entry>(Entry entry)) return entry;
        throw new IllegalStateException("not an entry");
    }
}
