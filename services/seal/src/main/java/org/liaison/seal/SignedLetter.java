package org.liaison.seal;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.liaison.message.Bytes;

/// The MIME entity (RFC 8551 §3.5.2) in which the SignedData lies inside the encryption. The header is fixed to the
/// byte.
final class SignedLetter {

    private static final Bytes HEADER = Bytes.ofUtf8("""
            Content-Type: application/pkcs7-mime; smime-type=signed-data; name="letter.p7m"\r
            Content-Transfer-Encoding: binary\r
            \r
            """);

    private SignedLetter() {}

    static Bytes wrap(Bytes signedLetter) {
        return Bytes.owned(ByteBuffer.allocate(HEADER.size() + signedLetter.size())
                .put(HEADER.buffer())
                .put(signedLetter.buffer())
                .array());
    }

    static Optional<Bytes> unwrap(Bytes entity) {
        if (entity.size() <= HEADER.size() || !entity.slice(0, HEADER.size()).equals(HEADER)) return Optional.empty();
        return Optional.of(entity.slice(HEADER.size(), entity.size()));
    }
}
