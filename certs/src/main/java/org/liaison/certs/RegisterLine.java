package org.liaison.certs;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.Reading;
import org.liaison.message.StrictJson;
import org.liaison.seal.Certificates;
import tools.jackson.databind.node.ObjectNode;

/// One line of the register: something that an issuer did and that cannot be undone.
sealed interface RegisterLine {

    Instant at();

    IssuerName issuer();

    Bytes toJson();

    /// A certificate was signed. `key` is the alias of the profile, `name` the bearer's.
    record Certified(
            Instant at, IssuerName issuer, String profile, String key, String name, Serial serial, Bytes certificate)
            implements RegisterLine {

        static Certified of(
                Instant at, IssuerName issuer, String profile, String key, String name, X509Certificate certificate) {
            return new Certified(
                    at, issuer, profile, key, name, Serial.of(certificate), Certificates.encoded(certificate));
        }

        @Override
        public Bytes toJson() {
            ObjectNode json = start("certified", this);
            json.put("profile", profile).put("key", key).put("name", name);
            json.put("serial", serial.toString()).put("certificate", certificate.toBase64());
            return StrictJson.write(json);
        }
    }

    record Revoked(Instant at, IssuerName issuer, Serial serial, RevocationReason reason) implements RegisterLine {
        @Override
        public Bytes toJson() {
            ObjectNode json = start("revoked", this);
            json.put("serial", serial.toString()).put("reason", reason.code());
            return StrictJson.write(json);
        }
    }

    /// A revocation list was signed. Its number is used up even if its file was lost on the way.
    record Listed(Instant at, IssuerName issuer, long number) implements RegisterLine {
        @Override
        public Bytes toJson() {
            return StrictJson.write(start("listed", this).put("number", number));
        }
    }

    static Reading<RegisterLine> read(Bytes json) {
        return StrictJson.read(json, "register line", line -> {
            Instant at = line.as("at", StrictJson::instant);
            IssuerName issuer = line.as("issuer", IssuerName::new);
            return switch (line.text("event")) {
                case "certified" ->
                    new Certified(
                            at,
                            issuer,
                            line.text("profile"),
                            line.text("key"),
                            line.text("name"),
                            line.as("serial", Serial::parse),
                            line.as("certificate", Bytes::ofBase64));
                case "revoked" ->
                    new Revoked(
                            at, issuer, line.as("serial", Serial::parse), line.as("reason", RevocationReason::ofCode));
                case "listed" -> new Listed(at, issuer, line.number("number"));
                default ->
                    throw new IllegalArgumentException("register line: an event that this program does not know");
            };
        });
    }

    private static ObjectNode start(String event, RegisterLine line) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("event", event).put("at", line.at().toString());
        return json.put("issuer", line.issuer().value());
    }

    default Optional<Certified> certified() {
        return this instanceof Certified certified ? Optional.of(certified) : Optional.empty();
    }
}
