package org.liaison.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.liaison.message.GatewayCode;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.seal.Certificates;
import org.liaison.seal.Password;

/// The load driver's way to the hub: mutual TLS 1.3 with the key of a gateway that is not running.
final class DriverLink {

    private DriverLink() {}

    static ServerLocator open(DemoFolder folder, GatewayCode gateway, int port) {
        Path keys = folder.gateway(gateway).resolve("keys");
        Password password = Password.generate();
        Path roots = keys.resolve("driver-roots.p12");
        writeRoots(folder.trust().resolve("roots"), roots, password);
        Map<String, Object> way = new HashMap<>();
        way.put(TransportConstants.HOST_PROP_NAME, "127.0.0.1");
        way.put(TransportConstants.PORT_PROP_NAME, port);
        way.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
        way.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3");
        way.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
        way.put(
                TransportConstants.KEYSTORE_PATH_PROP_NAME,
                keys.resolve("tls.p12").toString());
        way.put(
                TransportConstants.KEYSTORE_PASSWORD_PROP_NAME,
                new String(Password.read(keys.resolve("tls.password")).chars()));
        way.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
        way.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, roots.toString());
        way.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, new String(password.chars()));
        way.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
        way.put(TransportConstants.TCP_NODELAY_PROPNAME, true);
        return ActiveMQClient.createServerLocatorWithoutHA(
                        new TransportConfiguration(NettyConnectorFactory.class.getName(), way))
                .setReconnectAttempts(0)
                .setBlockOnDurableSend(false)
                .setBlockOnAcknowledge(false)
                .setConsumerWindowSize(1024 * 1024)
                .setProducerWindowSize(1024 * 1024)
                .setMinLargeMessageSize(512 * 1024);
    }

    private static void writeRoots(Path folder, Path file, Password password) {
        try (Stream<Path> pems = Files.list(folder);
                OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            List<X509Certificate> roots =
                    pems.flatMap(pem -> Certificates.readPem(pem).stream()).toList();
            for (int i = 0; i < roots.size(); i++) store.setCertificateEntry("root-" + i, roots.get(i));
            store.store(out, password.chars());
        } catch (IOException | GeneralSecurityException e) {
            throw new BenchFailed("the load driver's roots cannot be written", e);
        }
    }
}
