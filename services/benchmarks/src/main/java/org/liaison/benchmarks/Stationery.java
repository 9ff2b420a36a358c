package org.liaison.benchmarks;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Suite;
import org.liaison.message.Wire;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.Sealer;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;

/// Writes valid letters and envelopes from one authority to another, as a gateway does, without a gateway.
final class Stationery {

    private static final Duration LIFETIME = Duration.ofDays(7);

    private final AuthorityCode from;
    private final AuthorityCode to;
    private final Payload payload;
    private final Signer signer;
    private final X509Certificate recipient;

    Stationery(DemoFolder folder, AuthorityCode from, AuthorityCode to, Payload payload) {
        this.from = from;
        this.to = to;
        this.payload = payload;
        this.signer = keys(folder, from).signer();
        this.recipient = keys(folder, to)
                .certificate("encrypt")
                .orElseThrow(() -> new BenchFailed("no certificate to encrypt to: " + to));
    }

    static KeyFile keys(DemoFolder folder, AuthorityCode authority) {
        var file = folder.keysOf(authority);
        return KeyFile.open(file, Password.read(file.resolveSibling(authority + ".password")));
    }

    /// A message that nobody has sent yet.
    record Written(MessageId id, Wire.Envelope envelope) {}

    Letter letter(Instant now) {
        return new Letter(
                MessageId.next(now),
                new CaseId(from.country() + "-REF-2026-000001"),
                payload.kind(),
                from,
                List.of(to),
                now,
                Suite.HYBRID_2026,
                payload.form(),
                payload.attachments());
    }

    Sealer.Sealed close(Letter letter, Instant now) {
        return Sealer.close(letter, signer, List.of(recipient), now);
    }

    Slip slip(Letter letter, Sealer.Sealed sealed, Instant now) {
        return new Slip(
                letter.id(),
                letter.caseId(),
                letter.kind(),
                letter.from(),
                letter.to(),
                Priority.ROUTINE,
                Optional.empty(),
                List.of(),
                letter.suite(),
                now,
                now.plus(LIFETIME),
                sealed.content().size(),
                sealed.content().sha256());
    }

    Wire.Envelope envelope(Slip slip, Sealer.Sealed sealed, Instant now) {
        return new Wire.Envelope(signer.sign(slip.toJson(), Strength.ECDSA, now), sealed.content());
    }

    Written whole(Instant now) {
        Letter letter = letter(now);
        Sealer.Sealed sealed = close(letter, now);
        return new Written(letter.id(), envelope(slip(letter, sealed, now), sealed, now));
    }

    /// Messages for the hub alone, which never looks into the content: each has a slip of its own, and one of a few
    /// sealed contents.
    List<Written> forTheHub(int count, List<Sealer.Sealed> contents, Instant now) {
        List<Written> written = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Sealer.Sealed sealed = contents.get(i % contents.size());
            Letter letter = letter(now);
            written.add(new Written(letter.id(), envelope(slip(letter, sealed, now), sealed, now)));
        }
        return written;
    }

    List<Sealer.Sealed> contents(int count, Instant now) {
        List<Sealer.Sealed> contents = new ArrayList<>(count);
        for (int i = 0; i < count; i++) contents.add(close(letter(now), now));
        return contents;
    }
}
