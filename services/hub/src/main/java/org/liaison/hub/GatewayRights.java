package org.liaison.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.NoCacheLoginException;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.jspecify.annotations.Nullable;
import org.liaison.directory.Directory;
import org.liaison.message.GatewayCode;

/// Who may do what at the embedded broker. A gateway is whom its certificate names, never whom a user name
/// claims; it may send to its own intakes and reports and consume its own mailboxes and probes as the directory in
/// force has them, and nothing else. The hub itself connects inside this process, with a secret of this start.
///
/// Everything is decided anew at each request: nothing is cached that a new directory would have to take back.
final class GatewayRights implements ActiveMQSecurityManager5 {

    static final String HUB = "hub";

    private final Function<X509Certificate, Optional<GatewayCode>> gatewayOf;
    private final Supplier<Optional<Directory>> directory;
    private final String secret;

    GatewayRights(
            Function<X509Certificate, Optional<GatewayCode>> gatewayOf,
            Supplier<Optional<Directory>> directory,
            String secret) {
        this.gatewayOf = gatewayOf;
        this.directory = directory;
        this.secret = secret;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, @Nullable String domain)
            throws NoCacheLoginException {
        if (connection.getTransportConnection() instanceof InVMConnection)
            return HUB.equals(user) && isSecret(password) ? subject(HUB) : null;
        return gateway(connection)
                .map(gateway -> subject("gateway:" + gateway))
                .orElseThrow(() -> new NoCacheLoginException("no certificate of a gateway that the directory lists"));
    }

    @Override
    public boolean authorize(
            @Nullable Subject subject, @Nullable Set<Role> roles, CheckType check, String fullyQualified) {
        if (subject == null) return false;
        String name = getUserFromSubject(subject);
        if (HUB.equals(name)) return true;
        if (name == null || !name.startsWith("gateway:")) return false;
        GatewayCode gateway = new GatewayCode(name.substring("gateway:".length()));
        int queue = fullyQualified.indexOf("::");
        String address = queue < 0 ? fullyQualified : fullyQualified.substring(0, queue);
        return switch (check) {
            case SEND -> Addresses.maySend(gateway, address);
            case CONSUME ->
                directory
                        .get()
                        .map(d -> Addresses.mayConsume(gateway, address, d))
                        .orElse(false);
            default -> false;
        };
    }

    boolean mayStay(RemotingConnection connection) {
        return connection.getTransportConnection() instanceof InVMConnection
                || gateway(connection).isPresent();
    }

    /// The gateway behind a connection, as long as its certificate is in force and the directory lists it.
    private Optional<GatewayCode> gateway(RemotingConnection connection) {
        X509Certificate[] chain = CertificateUtil.getCertsFromConnection(connection);
        if (chain == null || chain.length == 0) return Optional.empty();
        return gatewayOf
                .apply(chain[0])
                .filter(gateway ->
                        directory.get().map(d -> d.gateways().contains(gateway)).orElse(false));
    }

    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        return false;
    }

    private boolean isSecret(@Nullable String password) {
        return password != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.US_ASCII), password.getBytes(StandardCharsets.US_ASCII));
    }

    private static Subject subject(String name) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(name));
        return subject;
    }
}
