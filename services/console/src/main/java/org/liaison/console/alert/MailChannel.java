package org.liaison.console.alert;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.liaison.console.port.Said;

/// Sends alerts by SMTP.
public final class MailChannel implements Channel {

    private static final String PATIENCE_MILLIS = "10000";

    private final Session session;
    private final InternetAddress from;
    private final List<InternetAddress> to;
    private final String host;

    /// Whose server, and how to sign on to it. Where `encrypted`, nothing is sent without TLS and the server's
    /// certificate must be of its name.
    public record Server(String host, int port, boolean encrypted, Optional<Login> login) {}

    /// Prints as nothing of the password.
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + " [REDACTED]";
        }
    }

    public MailChannel(Server server, String from, List<String> to) {
        if (to.isEmpty()) throw new IllegalArgumentException("alerts by e-mail need somebody to send them to");
        this.host = server.host();
        this.from = address(from);
        this.to = to.stream().map(MailChannel::address).toList();
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", String.valueOf(server.port()));
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout"))
            properties.put("mail.smtp." + wait, PATIENCE_MILLIS);
        if (server.encrypted()) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
        }
        server.login().ifPresent(_ -> properties.put("mail.smtp.auth", "true"));
        this.session = Session.getInstance(
                properties, server.login().map(MailChannel::authenticator).orElse(null));
    }

    @Override
    public String name() {
        return "e-mail by " + host;
    }

    @Override
    public Said took() {
        return Said.of(Said.What.MAIL_TOOK, host);
    }

    @Override
    public void tell(Telling telling) {
        try {
            MimeMessage mail = new Named(session, telling.id() + "@" + domain());
            mail.setFrom(from);
            mail.setRecipients(Message.RecipientType.TO, to.toArray(InternetAddress[]::new));
            mail.setSubject(telling.title(), "UTF-8");
            mail.setText(telling.text(), "UTF-8");
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setSentDate(Date.from(Instant.now()));
            Transport.send(mail);
        } catch (MessagingException e) {
            throw new NotTold(Said.of(Said.What.MAIL_REFUSED, host, e.getClass().getSimpleName()), e);
        }
    }

    private String domain() {
        String address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static Authenticator authenticator(Login login) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password());
            }
        };
    }

    private static InternetAddress address(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("not an e-mail address: " + text, e);
        }
    }

    /// A mail whose Message-ID is ours: a mail that was sent twice is one to every mail program.
    private static final class Named extends MimeMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
