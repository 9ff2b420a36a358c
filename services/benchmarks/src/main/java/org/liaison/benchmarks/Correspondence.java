package org.liaison.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.directory.Directory;
import org.liaison.message.Bytes;
import org.liaison.message.ErdsEvent;
import org.liaison.message.Evidence;
import org.liaison.message.EvidenceId;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;
import org.liaison.seal.TrustStore;
import org.liaison.seal.Unproven;

/// Everything that is written and answered while one authority writes to another, made in this process: so that each
/// step can be given exactly what it gets in service.
final class Correspondence implements AutoCloseable {

    static final int BATCH = 100;
    private static final int CONTENTS = 4;

    private final Stationery stationery;
    private final Signer recipient;
    private final SealExaminer seals;
    private final LogKeys logKeys;
    private final LogSigner log;
    private final HubInside hub;

    Correspondence(DemoFolder folder, Stationery stationery, KeyFile recipient) {
        this.stationery = stationery;
        this.recipient = recipient.signer();
        this.seals = new SealExaminer(TrustStore.load(folder.trust()), Duration.ofDays(1));
        this.logKeys = logKeys(folder.trust().resolve("log.vkey"));
        this.log = logSigner(folder.hub().resolve("keys"), logKeys);
        this.hub = new HubInside(folder, log, seals, new LogExaminer(logKeys));
    }

    HubInside hub() {
        return hub;
    }

    SealExaminer seals() {
        return seals;
    }

    LogExaminer logExaminer() {
        return new LogExaminer(logKeys);
    }

    LogSigner log() {
        return log;
    }

    Directory directory() {
        return hub.directory();
    }

    /// A batch of new messages, as the hub gets it.
    Arrivals envelopes() {
        return HubInside.arrivals(
                Fleet.SENDING,
                stationery.forTheHub(BATCH, stationery.contents(CONTENTS, now()), now()).stream()
                        .map(Stationery.Written::envelope)
                        .toList());
    }

    /// A batch of new messages, as their recipient gets it.
    List<Wire.Delivery> deliveries() {
        List<Wire.Envelope> envelopes = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) envelopes.add(stationery.whole(now()).envelope());
        return HubInside.deliveries(hub.handle(HubInside.arrivals(Fleet.SENDING, envelopes)));
    }

    /// What the recipient says about a batch of messages that the hub has just accepted, as the hub gets it.
    Arrivals statements() {
        return HubInside.arrivals(
                Fleet.RECEIVING,
                HubInside.deliveries(hub.handle(envelopes())).stream()
                        .map(delivery -> new Wire.Statement(handover(delivery.slip(), now())))
                        .toList());
    }

    /// The same, as the sender gets it.
    List<Wire.Receipt> receipts() {
        return HubInside.receipts(hub.handle(statements()));
    }

    Bytes handover(Bytes signedSlip, Instant now) {
        Slip slip = switch (Slip.read(Unproven.content(signedSlip).orElseThrow())) {
            case Clear<Slip>(Slip read) -> read;
            case Garbled<Slip>(String problem) -> throw new BenchFailed(problem);
        };
        Evidence evidence = new Evidence(
                EvidenceId.next(now),
                ErdsEvent.CONTENT_HANDOVER,
                now,
                slip.to().getFirst().toString(),
                slip.from(),
                slip.to(),
                Optional.of(1),
                slip.id(),
                slip.contentDigest(),
                Optional.empty(),
                List.of());
        return recipient.sign(evidence.toJson(), Strength.ECDSA, now);
    }

    private static LogKeys logKeys(Path file) {
        try {
            return LogKeys.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LogSigner logSigner(Path keys, LogKeys known) {
        KeyFile file = KeyFile.open(keys.resolve("log.p12"), Password.read(keys.resolve("log.password")));
        return LogSigner.ofKeys(known.origin(), pair(file.entry("ed25519")), pair(file.entry("ml-dsa")));
    }

    private static KeyPair pair(KeyFile.Entry entry) {
        return new KeyPair(entry.chain().getFirst().getPublicKey(), entry.key());
    }

    static Instant now() {
        return Clock.systemUTC().instant();
    }

    @Override
    public void close() {
        hub.close();
    }
}
