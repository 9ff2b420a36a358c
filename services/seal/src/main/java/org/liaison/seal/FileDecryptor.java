package org.liaison.seal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.cms.CMSException;
import org.liaison.message.Bytes;
import org.liaison.message.Suite;

/// Unwraps content keys with a key from a [KeyFile].
final class FileDecryptor implements Decryptor {

    private final KeyFile.Entry entry;
    private final RecipientKind kind;

    FileDecryptor(KeyFile.Entry entry) {
        this.entry = entry;
        this.kind = KeyAlgorithm.MLKEM768_ECDH_P256.isThatOf(entry.certificate())
                ? RecipientKind.of(Suite.HYBRID_2026)
                : RecipientKind.of(Suite.CLASSIC_2026);
    }

    @Override
    public X509Certificate certificate() {
        return entry.certificate();
    }

    @Override
    public Optional<SecretKey> contentKey(Bytes recipientInfo) {
        try {
            RecipientInfo info = RecipientInfo.getInstance(ASN1Primitive.fromByteArray(recipientInfo.toArray()));
            if (!kind.addressee(info).equals(RecipientKind.nameOf(entry.certificate()))) return Optional.empty();
            return Optional.of(kind.unwrap(info, entry.key()));
        } catch (IOException | CMSException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
