package org.liaison.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.casework.Forms;
import org.liaison.database.Database;
import org.liaison.message.AuthorityCode;
import org.liaison.routes.gateway.GatewayRoutes;
import org.liaison.routes.gateway.Proofs;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Opener;
import org.liaison.seal.Password;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.TrustStore;
import org.liaison.tracing.Follower;
import org.liaison.tracing.routes.RouteCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// How the gateway is put together, in the order in which it starts; it stops in the reverse order.
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({
    WebWiring.class,
    DeskMount.class,
    LogWiring.class,
    MeterWiring.class,
    MessageResource.class,
    ProofResource.class,
    PaperResource.class,
    CaseResource.class,
    DeadlineResource.class,
    GatewayResource.class,
    ContactsResource.class,
    StatisticsResource.class,
    Problems.class
})
class GatewayWiring {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayWiring.class);

    /// To the millisecond, so that a time reads the same from the database as it was signed.
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    Database database(GatewaySettings settings) {
        return Database.open(
                settings.databaseSettings(),
                "classpath:org/liaison/gateway/schema",
                "classpath:org/liaison/signin/schema");
    }

    @Bean
    Vault vault(GatewaySettings settings) {
        return Vault.open(settings.vault());
    }

    @Bean
    Records records(Database database, Vault vault) {
        return Records.of(database.source(), vault);
    }

    @Bean
    TrustStore trust(GatewaySettings settings) {
        return TrustStore.load(settings.trust());
    }

    @Bean
    SealExaminer seals(TrustStore trust, GatewaySettings settings) {
        return new SealExaminer(trust, settings.patience().revocationGrace());
    }

    @Bean
    LogExaminer logExaminer(LogKeys keys) {
        return new LogExaminer(keys);
    }

    @Bean
    Proofs proofs(LogExaminer log, SealExaminer seals) {
        return new Proofs(log, seals);
    }

    @Bean
    Forms forms() {
        return Forms.shipped();
    }

    @Bean
    SnapshotsInFiles snapshots(GatewaySettings settings, SealExaminer seals, Records records, Clock clock) {
        return new SnapshotsInFiles(
                settings.directory(),
                settings.rulebook(),
                seals,
                records.database(),
                clock,
                settings.patience().snapshotGrace());
    }

    @Bean
    KeyringInFiles keyring(GatewaySettings settings, SnapshotsInFiles snapshots) {
        KeyringInFiles keyring = new KeyringInFiles(settings.authorities());
        Seating.complaints(keyring, snapshots.directory(), settings.gateway()).forEach(LOG::error);
        return keyring;
    }

    @Bean
    SetAsideInPostgres setAside(Records records, Clock clock) {
        return new SetAsideInPostgres(records.database(), clock);
    }

    @Bean
    Checkpoints checkpoints(Records records, SetAsideInPostgres setAside, ChangedLogs changed) {
        return new Checkpoints(records.database(), setAside, changed);
    }

    @Bean
    CaseClocksInPostgres clocks(Records records) {
        return new CaseClocksInPostgres(records);
    }

    @Bean
    GatewayRoutes.Stores stores(
            Records records,
            Checkpoints checkpoints,
            SetAsideInPostgres setAside,
            CaseClocksInPostgres clocks,
            GatewaySettings settings) {
        GatewaySettings.Patience patience = settings.patience();
        EvidenceRows evidence = new EvidenceRows(records.database());
        return new GatewayRoutes.Stores(
                records.cases(),
                new OutboxInPostgres(
                        records,
                        new OutboxInPostgres.Patience(
                                patience.retry(),
                                patience.retryLongest(),
                                patience.handoverLimit(),
                                patience.handoverLimitUrgent())),
                new InboxInPostgres(records, evidence, checkpoints, setAside),
                new EvidenceBookInPostgres(records, evidence, checkpoints),
                setAside,
                clocks);
    }

    @Bean
    HubLink link(GatewaySettings settings, TrustStore trust, Clock clock) {
        GatewaySettings.HubAt hub = settings.hub();
        TlsRoots roots = TlsRoots.prepare(settings.trust(), settings.data());
        return new HubLink(
                new HubLink.Address(
                        hub.host(),
                        hub.port(),
                        hub.tls().file(),
                        Password.read(hub.tls().passwordFile()),
                        roots.file(),
                        roots.password()),
                settings.gateway(),
                new HubIdentity(trust, settings.patience().revocationGrace(), clock),
                clock);
    }

    @Bean
    RouteCounts routeCounts(Clock clock) {
        return new RouteCounts(clock);
    }

    @Bean
    Follower follower(GatewaySettings settings) {
        return settings.tracing().follower(settings.code());
    }

    @Bean(destroyMethod = "stop")
    CamelContext camel(GatewaySettings settings, RouteCounts counts, Follower follower) {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.addRoutePolicyFactory(counts);
        GatewayRoutes.follow(camel, follower);
        camel.getCamelContextExtension().setName(settings.code());
        camel.disableJMX();
        return camel;
    }

    @Bean
    GatewayRoutes routes(
            CamelContext camel,
            GatewayRoutes.Stores stores,
            GatewayRoutes.Judges judges,
            HubLink link,
            GatewayRoutes.Terms terms) {
        GatewayRoutes routes = GatewayRoutes.add(camel, stores, judges, link, terms);
        camel.start();
        return routes;
    }

    @Bean
    GatewayRoutes.Judges judges(
            SnapshotsInFiles snapshots, KeyringInFiles keyring, Forms forms, SealExaminer seals, Proofs proofs) {
        return new GatewayRoutes.Judges(snapshots, keyring, forms, seals, proofs);
    }

    @Bean
    GatewayRoutes.Terms terms(Clock clock, GatewaySettings settings) {
        return new GatewayRoutes.Terms(
                clock, settings.patience().lifetime(), settings.limits().batch());
    }

    @Bean(destroyMethod = "")
    Relay relay(GatewayRoutes routes, Clock clock, GatewaySettings settings) {
        return new Relay(routes, clock, settings.code());
    }

    @Bean
    Traffic traffic(Relay relay, HubLink link, GatewayRoutes routes, TrustStore trust, Mailboxes mailboxes) {
        return new Traffic(
                relay,
                mailboxes.open(link, routes),
                trust,
                mailboxes.settings().reload(),
                mailboxes.settings().code());
    }

    @Bean
    Mailboxes mailboxes(GatewaySettings settings, SetAsideInPostgres setAside, Relay relay, Ripple news) {
        return new Mailboxes(
                settings,
                new Mailbox.Aftercare(
                        setAside,
                        () -> {
                            relay.nudge();
                            news.happened();
                        },
                        settings.limits().batch()));
    }

    /// The mailboxes that are ours to empty: one per authority, and the gateway's own.
    record Mailboxes(GatewaySettings settings, Mailbox.Aftercare aftercare) {

        List<Mailbox> open(HubLink link, GatewayRoutes routes) {
            List<Mailbox> mailboxes = new ArrayList<>();
            for (AuthorityCode authority : settings.seats())
                mailboxes.add(new Mailbox("mailbox." + authority, Optional.of(authority), link, routes, aftercare));
            mailboxes.add(new Mailbox("mailbox.gateway." + settings.code(), Optional.empty(), link, routes, aftercare));
            return mailboxes;
        }
    }

    @Bean
    Bulletin bulletin(
            GatewaySettings settings,
            CamelContext camel,
            RouteCounts routes,
            Counts counts,
            SnapshotsInFiles snapshots,
            LogPatrol patrol,
            ChangedLogs changed,
            Clock clock) {
        GatewaySettings.KeyAt tls = settings.hub().tls();
        Instant certificateUntil = KeyFile.open(tls.file(), Password.read(tls.passwordFile()))
                .certificate("tls")
                .orElseThrow(() -> new GatewayUnfit("The key file " + tls.file() + " has no certificate for TLS."))
                .getNotAfter()
                .toInstant();
        return new Bulletin(
                settings,
                new Bulletin.Sources(camel, routes, counts, snapshots),
                certificateUntil,
                new Bulletin.Sight(patrol::cosigned, changed::current),
                clock);
    }

    @Bean
    Heartbeat heartbeat(HubLink link, GatewaySettings settings, Bulletin bulletin) {
        return new Heartbeat(link, settings.code(), bulletin, settings.hub().report());
    }

    @Bean
    Shelf shelf(Records records) {
        return new Shelf(records);
    }

    @Bean
    Opener opener(SealExaminer seals) {
        return new Opener(seals);
    }

    @Bean
    Letters letters(Opener opener) {
        return new Letters(opener);
    }

    @Bean
    EvidenceFile evidenceFile(Records records) {
        return new EvidenceFile(records.database());
    }

    @Bean
    Timeline timeline(EvidenceFile evidence, SealExaminer seals, LogExaminer log, Witnesses witnesses) {
        return new Timeline(evidence, seals, log, witnesses);
    }

    @Bean
    Verification verification(Opener opener, SealExaminer seals, Verification.Log log, EvidenceFile evidence) {
        return new Verification(opener, seals, log, evidence);
    }

    @Bean
    Verification.Log verifiedLog(Proofs proofs, LogWatch log, Witnesses witnesses) {
        return new Verification.Log(proofs, log, witnesses);
    }

    @Bean
    Export export(EvidenceFile evidence, Letters letters, CosignedPaths cosigned, GatewaySettings settings) {
        return new Export(evidence, letters, cosigned, settings.trust());
    }

    @Bean
    Telling telling(Forms forms, Opener opener) {
        return new Telling(forms, opener);
    }
}
