package org.liaison.hub;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.book.WitnessBook;
import org.liaison.auditlog.check.Cosignature;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.auditlog.check.Witnessing;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.report.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what witnesses cosigned, and shows it to everybody. Nothing is taken that is not the
/// witness's own signature over a checkpoint of this log.
final class WitnessDesk {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessDesk.class);

    private final Book book;
    private final WitnessBook witnesses;
    private final WitnessExaminer examiner;
    private final InstantSource clock;
    private final Map<GatewayCode, Said> said = new ConcurrentHashMap<>();

    /// What a gateway sent last, and what is to be said if it comes again.
    private record Said(Bytes note, Taking taking) {}

    WitnessDesk(Book book, WitnessBook witnesses, WitnessExaminer examiner, InstantSource clock) {
        this.book = book;
        this.witnesses = witnesses;
        this.examiner = examiner;
        this.clock = clock;
    }

    /// What was made of a note that a gateway sent.
    sealed interface Taking {

        /// It is kept, durably, and shown.
        record Taken(long size) implements Taking {}

        /// One of this size or a larger one is kept already.
        record Known() implements Taking {}

        record Refused(String sentence) implements Taking {}

        /// It bears the signatures of this log's keys and the witness's, and is not in this log.
        record Disputed(long size) implements Taking {}
    }

    /// What a gateway's report bears, if it is a witness.
    void take(Report report) {
        report.checkpoint().ifPresent(note -> take(report.gateway(), Bytes.ofUtf8(note)));
    }

    /// `note` is a checkpoint of ours with the sender's line, and perhaps with lines of others,
    /// which are not looked for.
    Taking take(GatewayCode from, Bytes note) {
        Said last = said.get(from);
        // Gateways say it again with every report.
        if (last != null && last.note().equals(note)) return last.taking();
        Taking taking = switch (examiner.examine(note, clock.instant())) {
            case Witnessing.Unsound(var why) -> new Taking.Refused(why.sentence());
            case Witnessing.Cosigned cosigned -> take(from, cosigned);
        };
        said.put(from, new Said(note, taking instanceof Taking.Taken ? new Taking.Known() : taking));
        switch (taking) {
            case Taking.Taken _, Taking.Known _ -> {}
            case Taking.Refused(String sentence) ->
                LOG.warn("what {} sent as a witness is not taken: {}", from, sentence);
            case Taking.Disputed(long size) ->
                LOG.error(
                        "SECURITY INCIDENT: {} cosigned a checkpoint of {} entries that bears the signatures of this"
                                + " log's keys and is not in this log. Either the log was changed or went back, or its"
                                + " keys sign elsewhere: see log-disputed in the runbook",
                        from,
                        size);
        }
        return taking;
    }

    private Taking take(GatewayCode from, Witnessing.Cosigned cosigned) {
        Optional<Cosignature> line = cosigned.by().stream()
                .filter(one -> one.witness().equals(from.value()))
                .findFirst();
        if (line.isEmpty()) return new Taking.Refused("It does not bear a cosignature of the witness " + from + ".");
        boolean ours = book.checkpointAt(cosigned.size())
                .filter(known -> known.utf8().startsWith(cosigned.text().utf8() + "\n"))
                .isPresent();
        if (!ours) return new Taking.Disputed(cosigned.size());
        Cosignature signed = line.get();
        boolean kept =
                witnesses.keep(new WitnessBook.Signed(from.value(), cosigned.size(), signed.at(), signed.line()));
        return kept ? new Taking.Taken(cosigned.size()) : new Taking.Known();
    }

    /// The newest checkpoint, with the lines of those who cosigned it already.
    Bytes checkpoint() {
        return witnesses.cosigned(book.checkpoint());
    }

    /// Every checkpoint that bears some witness's newest cosignature.
    List<Bytes> cosigned() {
        return witnesses.cosigned(book);
    }

    /// Those who may witness.
    Iterable<String> names() {
        return examiner.witnesses().names();
    }

    /// Whether this witness holds a checkpoint against us.
    boolean disputes(String witness) {
        Said last = said.get(new GatewayCode(witness));
        return last != null && last.taking() instanceof Taking.Disputed;
    }

    Optional<WitnessBook.Signed> newest(String witness) {
        return witnesses.newest().stream()
                .filter(one -> one.witness().equals(witness))
                .findFirst();
    }
}
