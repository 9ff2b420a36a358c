package org.liaison.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.liaison.message.Bytes;
import org.liaison.seal.Certificates;
import org.liaison.seal.Password;

/// The hub's side of TLS, in the form that the broker reads: its key file as it is, and the trusted roots as a key
/// store without keys, written anew at each start. `roots` alone decide at the handshake; whether a certificate is
/// revoked, and whose it is, [GatewayRights] decides right after.
record TlsFiles(Path keys, Password keyPassword, Path roots, Password rootsPassword) {

    static TlsFiles prepare(HubSettings.KeyAt tls, Path trust, Path folder) {
        Password password = Password.generate();
        Path roots = folder.resolve("roots.p12");
        try {
            Files.createDirectories(folder);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (X509Certificate root : roots(trust)) store.setCertificateEntry("root-" + number++, jdk(root));
            if (number == 0) throw new BrokerUnfit("no trusted root in " + trust.resolve("roots"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password.chars());
            Files.deleteIfExists(roots);
            Files.createFile(roots, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(roots, out.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new BrokerUnfit("cannot write the trusted roots for the broker to " + roots, e);
        }
        return new TlsFiles(tls.file(), Password.read(tls.passwordFile()), roots, password);
    }

    Map<String, Object> acceptor(String host, int port) {
        Map<String, Object> acceptor = new HashMap<>();
        acceptor.put(TransportConstants.HOST_PROP_NAME, host);
        acceptor.put(TransportConstants.PORT_PROP_NAME, port);
        acceptor.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE");
        acceptor.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        acceptor.put(TransportConstants.NEED_CLIENT_AUTH_PROP_NAME, true);
        acceptor.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3");
        acceptor.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
        acceptor.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, keys.toString());
        acceptor.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, new String(keyPassword.chars()));
        acceptor.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
        acceptor.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, roots.toString());
        acceptor.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, new String(rootsPassword.chars()));
        acceptor.put(TransportConstants.REMOTING_THREADS_PROPNAME, 2);
        return acceptor;
    }

    /// How the hub comes to a broker of its own: by password, over TLS that proves the broker.
    Map<String, Object> connector(String host, int port) {
        Map<String, Object> connector = new HashMap<>();
        connector.put(TransportConstants.HOST_PROP_NAME, host);
        connector.put(TransportConstants.PORT_PROP_NAME, port);
        connector.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        connector.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
        connector.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3");
        connector.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
        connector.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, roots.toString());
        connector.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, new String(rootsPassword.chars()));
        return connector;
    }

    private static List<X509Certificate> roots(Path trust) throws IOException {
        try (Stream<Path> files = Files.list(trust.resolve("roots"))) {
            return files.filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .flatMap(file -> Certificates.readPem(file).stream())
                    .toList();
        }
    }

    /// The JDK's TLS reads its own kind of certificate faster than Bouncy Castle's.
    private static X509Certificate jdk(X509Certificate certificate) throws GeneralSecurityException, IOException {
        Bytes der = Certificates.encoded(certificate);
        try (var in = der.stream()) {
            return (X509Certificate)
                    java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
