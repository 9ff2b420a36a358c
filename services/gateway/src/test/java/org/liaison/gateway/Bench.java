package org.liaison.gateway;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.impl.DefaultCamelContext;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.casework.Forms;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.message.Attachment;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.Frames;
import org.liaison.message.Letter;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Suite;
import org.liaison.message.Wire;
import org.liaison.print.Press;
import org.liaison.routes.gateway.Arrival;
import org.liaison.routes.gateway.Batch;
import org.liaison.routes.gateway.BrokerUnreachable;
import org.liaison.routes.gateway.Draft;
import org.liaison.routes.gateway.GatewayRoutes;
import org.liaison.routes.gateway.Parcel;
import org.liaison.routes.gateway.Proofs;
import org.liaison.routes.gateway.Register;
import org.liaison.routes.gateway.Submission;
import org.liaison.seal.Certificates;
import org.liaison.seal.Opener;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Sealer;
import org.liaison.seal.Strength;
import org.liaison.seal.TrustStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The flow with its real steps over real stores; the broker, the clock and the hub are the test's. One bench hosts the
/// authorities of both States, who as always share nothing.
final class Bench implements AutoCloseable {

    static final Duration LIFETIME = Duration.ofDays(7);
    static final Duration LIMIT = Duration.ofHours(24);

    final Network network;
    final HubInMemory hub;
    final TrustStore trust;
    final Dial clock = new Dial();
    final Database database;
    final Shaky shaky;
    final Records records;
    final JdbcClient sql;
    final GatewayRoutes routes;
    final Shelf shelf;
    final Verification verification;
    final PostOnShelf post;
    final List<Parcel> carried = new ArrayList<>();
    boolean brokerAway;
    boolean registerExpired;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    Bench(Path folder) {
        this(folder, Network.get());
    }

    Bench(Path folder, Network network) {
        this.network = network;
        hub = new HubInMemory(network);
        trust = TrustStore.load(network.trust());
        database = Database.open(
                DatabaseSettings.embedded(folder.resolve("database")), "classpath:org/liaison/gateway/schema");
        shaky = new Shaky(database.source());
        records = Records.of(shaky.source(), Vault.open(folder.resolve("vault.key")));
        sql = JdbcClient.create(database.source());
        SealExaminer seals = new SealExaminer(trust, Duration.ofDays(30));
        LogExaminer log = new LogExaminer(network.logKeys());
        Proofs proofs = new Proofs(log, seals);
        SetAsideInPostgres setAside = new SetAsideInPostgres(records.database(), clock);
        Checkpoints checkpoints =
                new Checkpoints(records.database(), setAside, new ChangedLogs(records.database(), network.logKeys()));
        EvidenceRows evidence = new EvidenceRows(records.database());
        Register register = _ -> registerExpired
                ? Optional.empty()
                : Optional.of(new Register.InForce(network.directory, network.rulebook));
        camel.disableJMX();
        routes = GatewayRoutes.add(
                camel,
                new GatewayRoutes.Stores(
                        records.cases(),
                        new OutboxInPostgres(
                                records,
                                new OutboxInPostgres.Patience(
                                        Duration.ofMinutes(1), Duration.ofHours(1), LIMIT, Duration.ofHours(2))),
                        new InboxInPostgres(records, evidence, checkpoints, setAside),
                        new EvidenceBookInPostgres(records, evidence, checkpoints),
                        setAside,
                        clocks()),
                new GatewayRoutes.Judges(register, new KeyringInFiles(seats()), Forms.shipped(), seals, proofs),
                parcels -> {
                    if (brokerAway) throw new BrokerUnreachable("away", new IllegalStateException());
                    carried.addAll(parcels);
                },
                new GatewayRoutes.Terms(clock, LIFETIME, 100));
        camel.start();
        shelf = new Shelf(records);
        EvidenceFile file = new EvidenceFile(records.database());
        PublishedLog published = new PublishedLog(Optional.empty());
        LogWatch watch = new LogWatch(published, log, checkpoints, clock);
        Witnesses witnesses =
                new Witnesses(records.database(), network.logKeys().origin(), new Witnesses.Terms(false, 2));
        Opener opener = new Opener(seals);
        verification = new Verification(opener, seals, new Verification.Log(proofs, watch, witnesses), file);
        Letters letters = new Letters(opener);
        Telling telling = new Telling(Forms.shipped(), opener);
        SnapshotsInFiles snapshots = new SnapshotsInFiles(
                network.folder.resolve("directory.p7m"),
                network.folder.resolve("rulebook.p7m"),
                seals,
                records.database(),
                clock,
                Duration.ofDays(1));
        CosignedPaths cosigned =
                new CosignedPaths(published, witnesses, new WitnessExaminer(network.logKeys(), network.witnessKeys()));
        post = new PostOnShelf(
                shelf,
                new PostOnShelf.Sources(
                        new Timeline(file, seals, log, witnesses),
                        letters,
                        new Papers(new Press(Forms.shipped()), telling, snapshots),
                        telling,
                        new Export(file, letters, cosigned, network.trust())),
                routes,
                () -> {},
                clock);
    }

    CaseClocksInPostgres clocks() {
        return new CaseClocksInPostgres(records);
    }

    private List<GatewaySettings.Seat> seats() {
        List<GatewaySettings.Seat> seats = new ArrayList<>();
        for (AuthorityCode authority : all())
            seats.add(new GatewaySettings.Seat(authority.toString(), network.keyAt(authority)));
        return seats;
    }

    static Set<AuthorityCode> all() {
        Set<AuthorityCode> all = new TreeSet<>(Network.at(Network.GATEWAY_XA));
        all.addAll(Network.at(Network.GATEWAY_XC));
        return all;
    }

    Slip refer() {
        return queued(routes.compose(referral()));
    }

    static Draft referral() {
        return new Draft(
                Network.SOCIAL_XC,
                List.of(Network.SOCIAL_XA),
                Bytes.owned(Office.file("referral.json")),
                List.of(new Attachment(
                        "identity-sheet.pdf", "application/pdf", Bytes.owned(Office.file("identity-sheet.pdf")))),
                Optional.empty(),
                Priority.ROUTINE,
                Optional.empty(),
                List.of());
    }

    static Slip queued(Submission submission) {
        if (submission instanceof Submission.Queued(Slip slip, boolean _)) return slip;
        throw new AssertionError("not queued: " + submission);
    }

    /// Sends what is due and answers what the broker got.
    List<Parcel> dispatch() {
        carried.clear();
        routes.dispatch(clock.instant());
        return List.copyOf(carried);
    }

    /// What the hub makes of parcels, mailbox by mailbox.
    List<Arrival> answers(List<Parcel> parcels) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Parcel parcel : parcels)
            for (HubInMemory.Post post : hub.receive(Frames.write(parcel.wire()))) arrivals.add(arrival(post));
        return arrivals;
    }

    static Arrival arrival(HubInMemory.Post post) {
        return new Arrival(
                post.mailbox(),
                Optional.of(AuthorityCode.parse(post.mailbox().substring("mailbox.".length()))),
                post.frame());
    }

    void receive(List<Arrival> arrivals) {
        for (Arrival arrival : arrivals) routes.receive(new Batch(List.of(arrival)));
    }

    /// To and fro until nothing is left to say.
    void settle() {
        for (List<Parcel> parcels = dispatch(); !parcels.isEmpty(); parcels = dispatch()) receive(answers(parcels));
    }

    Shelf.Copy copy(MessageId id, AuthorityCode owner) {
        return shelf.find(id, List.of(owner)).getFirst();
    }

    boolean has(MessageId id, AuthorityCode owner) {
        return !shelf.find(id, List.of(owner)).isEmpty();
    }

    long count(String question, Object... parameters) {
        return sql.sql(question).params(parameters).query(Long.class).single();
    }

    /// A letter as a sender with other software might write it: nothing about it was checked.
    Letter letter(Bytes form, AuthorityCode from, AuthorityCode to, String kind, CaseId caseId) {
        Instant now = clock.instant();
        return new Letter(
                MessageId.next(now),
                caseId,
                new org.liaison.message.MessageKind(kind),
                from,
                List.of(to),
                now,
                Suite.HYBRID_2026,
                form,
                List.of());
    }

    Bytes seal(Letter letter) {
        List<X509Certificate> recipients = letter.to().stream()
                .map(to -> network.directory.authority(to).orElseThrow().encryptionCertificate())
                .map(Certificates::read)
                .toList();
        return Sealer.close(letter, network.signer(letter.from()), recipients, letter.created())
                .content();
    }

    Slip slip(Letter letter, Bytes sealed) {
        return new Slip(
                letter.id(),
                letter.caseId(),
                letter.kind(),
                letter.from(),
                letter.to(),
                Priority.ROUTINE,
                Optional.empty(),
                List.of(),
                letter.suite(),
                letter.created(),
                letter.created().plus(LIFETIME),
                sealed.size(),
                sealed.sha256());
    }

    Wire.Envelope envelope(Slip slip, Bytes sealed, AuthorityCode signer) {
        return new Wire.Envelope(network.signer(signer).sign(slip.toJson(), Strength.ECDSA, slip.created()), sealed);
    }

    @Override
    public void close() {
        camel.stop();
        database.close();
    }
}
