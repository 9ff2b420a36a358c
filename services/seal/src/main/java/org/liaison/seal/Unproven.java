package org.liaison.seal;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.liaison.message.Bytes;

/// What signed bytes claim to enclose, with nothing proven: for telling somebody which of his messages was refused, and
/// for reading again what was examined before it was stored. Never decide anything by it.
public final class Unproven {

    private Unproven() {}

    public static Optional<Bytes> content(Bytes signed) {
        try {
            CMSTypedData content = new CMSSignedData(signed.toArray()).getSignedContent();
            return content != null && content.getContent() instanceof byte[] bytes
                    ? Optional.of(Bytes.of(bytes))
                    : Optional.empty();
        } catch (CMSException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// The certificates that travel inside signed bytes, for people to look at. Certificates that cannot be read are
    /// left out.
    public static List<X509Certificate> certificates(Bytes signed) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (X509CertificateHolder holder :
                    new CMSSignedData(signed.toArray()).getCertificates().getMatches(null))
                certificates.add(Certificates.read(Bytes.owned(holder.getEncoded())));
        } catch (CMSException | IOException | RuntimeException _) {
            return List.copyOf(certificates);
        }
        return List.copyOf(certificates);
    }
}
