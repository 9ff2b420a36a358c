package org.liaison.auditlog.book;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Entry.Event;
import org.liaison.message.MessageId;

/// A log with keys of its own, and entries to put into it.
public final class TestLog {

    public static final String ORIGIN = "log.hub.example/liaison";
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final KeyPair ED25519 = pair("Ed25519");
    private static final KeyPair ML_DSA_44 = pair("ML-DSA-44");

    public static final LogSigner SIGNER = LogSigner.ofKeys(ORIGIN, ED25519, ML_DSA_44);
    public static final String VKEYS = vkeys(ORIGIN, ED25519, ML_DSA_44);

    private TestLog() {}

    public static LogExaminer examiner() {
        return new LogExaminer(LogKeys.parse(VKEYS));
    }

    public static MessageId message() {
        return MessageId.next(NOW);
    }

    public static Entry acceptance(MessageId message) {
        return entry(Event.SUBMISSION_ACCEPTANCE, message);
    }

    public static Entry entry(Event event, MessageId message) {
        return new Entry(
                event,
                NOW,
                Optional.of(message),
                Optional.of(Bytes.ofUtf8("slip of " + message)),
                Optional.of(Bytes.ofUtf8("evidence of " + message)),
                "");
    }

    public static Entry note(String text) {
        return Entry.ofNote(Event.OPERATOR_ACTION, NOW, text);
    }

    public static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Verifier keys written by the formula of C2SP signed-note, with nothing of ours.
    public static String vkeys(String origin, KeyPair ed25519, KeyPair mlDsa) {
        return vkey(origin, 0x01, ed25519.getPublic(), 32) + "\n" + vkey(origin, 0x06, mlDsa.getPublic(), 1312) + "\n";
    }

    /// The verifier key of a witness, likewise (C2SP tlog-cosignature), on a line of its own.
    public static String witnessVkey(String name, KeyPair pair) {
        return witnessVkey(name, pair.getPublic());
    }

    public static String witnessVkey(String name, PublicKey key) {
        return vkey(name, 0x04, key, 32) + "\n";
    }

    /// The line under a note for a signature by the key of this verifier key.
    public static String line(String vkey, byte[] signature) {
        String[] parts = vkey.split("\\+", 3);
        byte[] id = HexFormat.of().parseHex(parts[1]);
        byte[] both = ByteBuffer.allocate(id.length + signature.length)
                .put(id)
                .put(signature)
                .array();
        return "\u2014 " + parts[0] + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }

    private static String vkey(String origin, int type, PublicKey key, int length) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
        byte[] typed = ByteBuffer.allocate(1 + length).put((byte) type).put(raw).array();
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
            String id = HexFormat.of().formatHex(sha256.digest(typed), 0, 4);
            return origin + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
