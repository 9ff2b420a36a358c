package org.liaison.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.Proof;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;
import org.liaison.directory.Snapshot;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Evidence;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.message.Reading;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Wire;
import org.liaison.rehearsal.client.Desk;
import org.liaison.rehearsal.client.Draft;
import org.liaison.rehearsal.client.Token;
import org.liaison.seal.Finding;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Signer;
import org.liaison.seal.Strength;
import org.liaison.seal.TrustStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A hub and the gateways of XA and XC in one Java machine, as they are in service; and in the place of XB's gateway
/// somebody who writes his frames by hand.
final class HostileStage implements AutoCloseable {

    /// What this hub carries at most; less than usual, so that too much is quickly made.
    static final int ENVELOPE_BYTES = 400_000;
    /// What XA's central authority takes here.
    static final int CONTENT_BYTES = 100_000;

    private static final GatewayCode XA = Cast.gatewayOf(Cast.ORIGIN);
    private static final GatewayCode XB = Cast.gatewayOf(Cast.TRANSIT);
    private static final GatewayCode XC = Cast.gatewayOf(Cast.DESTINATION);

    private final DemoFolder folder;
    private final Ports ports;
    private final Programs programs;
    private final Set<String> good = new HashSet<>();
    private final AtomicInteger number = new AtomicInteger(2);
    final Desk desk;
    final HostileGateway gateway;
    private final LogExaminer log;
    private final SealExaminer seals;
    final Directory directory;
    final Rulebook rulebook;

    HostileStage(DemoFolder folder) throws Exception {
        this.folder = folder;
        this.directory = Strangers.foundation(folder);
        this.rulebook = clear(new Administrators(folder, Instant.now())
                .snapshots()
                .rulebook(Bytes.owned(Files.readAllBytes(folder.rulebook())), Optional.empty()));
        this.ports = Configurations.write(folder);
        ownSnapshotsForTheHub();
        this.programs = OneMachine.start(folder, List.of(XA, XC));
        this.log = new LogExaminer(LogKeys.parse(Files.readString(folder.trust().resolve("log.vkey"))));
        this.seals = new SealExaminer(TrustStore.load(folder.trust()), Duration.ofDays(1));
        this.gateway = new HostileGateway(folder, ports.broker(), XB);
        this.desk = desk(XC);
        for (GatewayCode code : List.of(XA, XC))
            Patience.await(code + " to reach the hub", Stage.LIMIT, () -> link(code));
    }

    private void ownSnapshotsForTheHub() throws IOException {
        Files.copy(folder.directory(), folder.hub().resolve("directory.p7m"));
        Files.copy(folder.rulebook(), folder.hub().resolve("rulebook.p7m"));
        String configuration = Files.readString(folder.hubConfiguration())
                .replace("../directory.p7m", "directory.p7m")
                .replace("../rulebook.p7m", "rulebook.p7m");
        Files.writeString(
                folder.hubConfiguration(),
                configuration + "  reload: 200ms\n  limits: {envelope-bytes: " + ENVELOPE_BYTES + "}\n");
    }

    private Optional<Boolean> link(GatewayCode code) {
        return Optional.of(
                        desk(code).status().json().path("hub").path("connected").asBoolean(false))
                .filter(connected -> connected);
    }

    private Desk desk(GatewayCode code) {
        try {
            Token token = new Token(Files.readString(folder.token(code)).strip());
            return new Desk(Optional.ofNullable(programs.gateways().get(code)).orElseThrow(), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The keys of an authority of the demo, wherever it sits.
    Signer signer(AuthorityCode authority) {
        return signer(folder.keysOf(authority));
    }

    /// The keys of a stranger: see [Strangers].
    Signer stranger(String name) {
        return signer(Strangers.keysOf(folder, name));
    }

    private static Signer signer(Path p12) {
        Path password = Path.of(p12.toString().replaceAll("\\.p12$", ".password"));
        return KeyFile.open(p12, Password.read(password)).signer();
    }

    /// A referral from XC to XA as officers send it, which must arrive whatever came before.
    MessageId sendGood() {
        Draft draft = Draft.of(
                Cast.SOCIAL_OF_DESTINATION,
                Cast.SOCIAL_OF_ORIGIN,
                Stage.file("referral.json"),
                List.of(Stage.pdf("identity-sheet.pdf")),
                Optional.empty());
        MessageId id = MessageId.parse(desk.send(draft).json().path("messageId").asString());
        Patience.await(
                "a good message to be handed over",
                Stage.LIMIT,
                () -> Optional.of(state(id)).filter("HANDED_OVER"::equals));
        good.add(id.toString());
        return id;
    }

    String state(MessageId id) {
        return desk.message(id, Cast.SOCIAL_OF_DESTINATION).json().path("state").asString();
    }

    Set<String> good() {
        return Set.copyOf(good);
    }

    /// The ids of everything that a desk of XA was given.
    List<String> received(AuthorityCode authority) {
        JsonNode inbox = desk(XA).get("/api/v1/inbox?limit=500&as=" + authority).json();
        return inbox.path("messages").values().stream()
                .map(message -> message.path("messageId").asString())
                .toList();
    }

    /// Two administrators sign the snapshot anew, with another number and other dates, and the hub takes it.
    void putInForce(Snapshot snapshot, Instant issued, Instant expires) {
        ObjectNode json =
                (ObjectNode) JsonMapper.shared().readTree(snapshot.toJson().toArray());
        json.put("number", number.incrementAndGet());
        json.put("issued", issued.toString());
        json.put("expires", expires.toString());
        Bytes text = Bytes.owned(JsonMapper.shared().writeValueAsBytes(json));
        String what = snapshot instanceof Directory ? "directory" : "rulebook";
        Snapshot dated = snapshot instanceof Directory ? clear(Directory.read(text)) : clear(Rulebook.read(text));
        new Administrators(folder, Instant.now()).publish(dated, folder.hub().resolve(what + ".p7m"));
        Patience.await(
                "the hub to take the " + what,
                Stage.LIMIT,
                () -> Optional.of(health(what)).filter(text1 -> text1.startsWith("number " + number.get() + ",")));
    }

    /// The entry that the receipt opens, where the log's own signatures and the tree prove it.
    Entry recorded(Wire.Receipt receipt) {
        return switch (log.examine(receipt)) {
            case Proof.Recorded recorded -> recorded.entry();
            case Proof.Unproven unproven -> throw new AssertionError(unproven.toString());
        };
    }

    Evidence genuine(Bytes signed) {
        return switch (seals.examine(signed, Strength.ECDSA, Instant.now())) {
            case Finding.Genuine genuine -> clear(Evidence.read(genuine.content()));
            case Finding.Broken broken -> throw new AssertionError(broken.toString());
        };
    }

    private String health(String detail) {
        URI health = URI.create("http://127.0.0.1:" + ports.health() + "/actuator/health");
        try (HttpClient http = HttpClient.newHttpClient()) {
            byte[] body = http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofByteArray())
                    .body();
            JsonNode json = JsonMapper.shared().readTree(body);
            return json.path("components")
                    .path("post")
                    .path("details")
                    .path(detail)
                    .asString("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static <T> T clear(Reading<T> reading) {
        return switch (reading) {
            case Clear<T>(T value) -> value;
            case Reading.Garbled<T>(String problem) -> throw new AssertionError(problem);
        };
    }

    @Override
    public void close() {
        gateway.close();
        programs.close();
    }
}
