package org.liaison.seal;

import java.util.Optional;
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
}
