package org.liaison.seal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.MessageKind;
import org.liaison.message.Suite;

/// Two authorities in two States, with everything they need to write to each other.
final class Desk {

    static final AuthorityCode POLICE = AuthorityCode.parse("xa.police.antitrafficking");
    static final AuthorityCode SHELTER = AuthorityCode.parse("xb.social.shelter");
    static final AuthorityCode PROSECUTOR = AuthorityCode.parse("xb.prosecutor.central");
    static final String MARKER = "a name nobody else may read";
    static final Instant NOW = Chancery.NOW;

    final Chancery chancery;
    final KeyFile police;
    final KeyFile shelter;
    final KeyFile prosecutor;
    final Suite suite;
    final TrustStore trust;
    final SealExaminer examiner;
    final Opener opener;

    Desk(Path folder, Suite suite) {
        this.suite = suite;
        chancery = new Chancery(folder);
        CertificateProfile encrypt = RecipientKind.of(suite).profile();
        police = chancery.authority(chancery.xa, POLICE.toString(), encrypt);
        shelter = chancery.authority(chancery.xb, SHELTER.toString(), encrypt);
        prosecutor = chancery.authority(chancery.xb, PROSECUTOR.toString(), encrypt);
        trust = TrustStore.load(folder);
        examiner = new SealExaminer(trust, Chancery.GRACE);
        opener = new Opener(examiner);
    }

    Letter letter(AuthorityCode... to) {
        return letter(
                List.of(to),
                List.of(
                        new Attachment("statement.pdf", "application/pdf", Bytes.ofUtf8("%PDF-1.7 " + MARKER)),
                        new Attachment("справка № 7.txt", "text/plain", Bytes.of(new byte[] {0, 1, 2}))));
    }

    Letter letter(List<AuthorityCode> to, List<Attachment> attachments) {
        return new Letter(
                MessageId.next(NOW),
                new CaseId("XA-REF-2026-000017"),
                new MessageKind("REF-REQ"),
                POLICE,
                to,
                NOW,
                suite,
                Bytes.ofUtf8("{\"kind\":\"REF-REQ\",\"version\":\"1\",\"who\":\"" + MARKER + "\"}"),
                attachments);
    }

    Sealer.Sealed close(Letter letter) {
        return Sealer.close(
                letter,
                police.signer(),
                letter.to().stream().map(this::encryptionCertificate).toList(),
                NOW);
    }

    X509Certificate encryptionCertificate(AuthorityCode authority) {
        KeyFile file = authority.equals(SHELTER) ? shelter : authority.equals(PROSECUTOR) ? prosecutor : police;
        return file.decryptor().certificate();
    }

    Opening open(Bytes content, int recipientCount) {
        return opener.open(content, shelter.decryptor(), suite, recipientCount, NOW);
    }
}
