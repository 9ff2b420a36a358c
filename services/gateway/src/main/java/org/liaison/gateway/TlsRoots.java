package org.liaison.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.liaison.seal.Certificates;
import org.liaison.seal.Password;

/// The roots as the broker's client wants them: a PKCS#12 file, made anew at each start from the trust folder.
record TlsRoots(Path file, Password password) {

    static TlsRoots prepare(Path trust, Path data) {
        Path file = data.resolve("tls-roots.p12");
        Password password = Password.generate();
        try (Stream<Path> pems = Files.list(trust.resolve("roots"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int n = 0;
            for (Path pem : pems.sorted().toList())
                for (X509Certificate root : roots(pem)) store.setCertificateEntry("root-" + n++, root);
            Files.createDirectories(data);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password.chars());
            }
            return new TlsRoots(file, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new GatewayUnfit("Cannot make " + file + " from the roots in " + trust + ".", e);
        }
    }

    private static List<X509Certificate> roots(Path pem) {
        return Certificates.readPem(pem);
    }
}
