package org.liaison.rehearsal;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.liaison.directory.Directory;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Suite;
import org.liaison.message.Wire.Envelope;
import org.liaison.seal.Certificates;
import org.liaison.seal.Sealer;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;

/// A message made by hand: right unless a test asks for one thing to be wrong.
final class Forgery {

    private static int cases;

    MessageId id = MessageId.next(Instant.now());
    MessageKind kind;
    CaseId caseId;
    AuthorityCode from;
    List<AuthorityCode> to;
    Suite suite = Suite.HYBRID_2026;
    Instant created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant expires = created.plus(Duration.ofDays(7));
    Signer signer;
    Bytes content = Bytes.ofUtf8("sealed content, which the hub cannot read");
    Bytes announced = content;

    Forgery(AuthorityCode from, AuthorityCode to, Signer signer) {
        boolean assistance = from.kind() == AuthorityKind.CENTRAL;
        this.kind = new MessageKind(assistance ? "MLA-REQ" : "REF-REQ");
        this.caseId = CaseId.of(from.country(), assistance ? "MLA" : "REF", 2026, 900_000 + ++cases);
        this.from = from;
        this.to = List.of(to);
        this.signer = signer;
    }

    /// The letter that belongs to the slip, sealed as its recipient wants it.
    Forgery sealing(Bytes form, Directory directory, Attachment... files) {
        Letter letter = new Letter(id, caseId, kind, from, to, created, suite, form, List.of(files));
        List<X509Certificate> recipients = to.stream()
                .map(code -> directory.authority(code).orElseThrow().encryptionCertificate())
                .map(Certificates::read)
                .toList();
        return carrying(Sealer.close(letter, signer, recipients, created).content());
    }

    Forgery carrying(Bytes bytes) {
        content = bytes;
        announced = bytes;
        return this;
    }

    Slip slip() {
        return new Slip(
                id,
                caseId,
                kind,
                from,
                to,
                Priority.ROUTINE,
                Optional.empty(),
                List.of(),
                suite,
                created,
                expires,
                announced.size(),
                announced.sha256());
    }

    Envelope envelope() {
        return new Envelope(signer.sign(slip().toJson(), Strength.ECDSA, created), content);
    }
}
