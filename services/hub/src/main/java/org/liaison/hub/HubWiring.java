package org.liaison.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.book.BookInPostgres;
import org.liaison.auditlog.book.WitnessBook;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.WitnessExaminer;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.message.Entry;
import org.liaison.message.Evidence;
import org.liaison.routes.hub.HubRoutes;
import org.liaison.routes.hub.HubRoutes.Parcels;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.TrustStore;
import org.liaison.statistics.Cover;
import org.liaison.statistics.Gate;
import org.liaison.tracing.Follower;
import org.liaison.tracing.routes.RouteCounts;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.actuate.endpoint.web.WebMvcHealthEndpointExtensionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// How the hub is put together, in the order in which it starts; it stops in the reverse order. The console comes
/// after it, in [OperationsWiring].
///
/// What Spring configures by itself is listed here one by one, so that another program's libraries on the class
/// path change nothing in this one.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    ApplicationAvailabilityAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    JacksonEndpointAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    AvailabilityHealthContributorAutoConfiguration.class,
    AvailabilityProbesAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    WebMvcHealthEndpointExtensionAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    CompositeMeterRegistryAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class,
    JvmMetricsAutoConfiguration.class,
    SystemMetricsAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    TomcatServletManagementContextAutoConfiguration.class
})
class HubWiring {

    private static final String AUDITLOG_SCHEMA = "classpath:org/liaison/auditlog/schema";
    private static final String SIGNIN_SCHEMA = "classpath:org/liaison/signin/schema";
    private static final String HUB_SCHEMA = "classpath:org/liaison/hub/schema";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TrustStore trust(HubSettings settings) {
        return TrustStore.load(settings.trust());
    }

    @Bean
    Database database(HubSettings settings) {
        HubSettings.DatabaseAt at = settings.database();
        return Database.open(
                new DatabaseSettings(
                        at.url(),
                        at.user(),
                        Optional.ofNullable(at.passwordFile()),
                        settings.data().resolve("database"),
                        at.connections()),
                AUDITLOG_SCHEMA,
                HUB_SCHEMA,
                SIGNIN_SCHEMA);
    }

    @Bean
    LogKeys logKeys(HubSettings settings) {
        return LogKeyFile.publicKeys(settings.trust());
    }

    @Bean
    BookInPostgres book(Database database, HubSettings settings, LogKeys logKeys, Clock clock) {
        return BookInPostgres.open(
                database.source(), LogKeyFile.signer(settings.log().key(), logKeys), clock);
    }

    @Bean
    LiveTail liveTail() {
        return new LiveTail();
    }

    @Bean
    Meters meters(MeterRegistry registry) {
        return new Meters(registry);
    }

    /// Begins to count before the first post is taken: what is in the log by then is read from there.
    @Bean
    TrafficDesk traffic(Database database, Book book, LiveTail tail, Meters meters, Clock clock) {
        return new TrafficDesk(
                        new TrafficDesk.Tables(
                                new TrafficTable(database.source()), new BacklogTable(database.source())),
                        new LogReplay(database.source(), book),
                        book.head().size(),
                        (sighting, movements) -> {
                            tail.show(sighting);
                            meters.count(sighting, movements);
                        },
                        clock)
                .start();
    }

    @Bean
    Follower follower(HubSettings settings) {
        return settings.tracing().follower();
    }

    @Bean
    HubRoutes flow(
            Book book, LogKeys logKeys, TrustStore trust, HubSettings settings, TrafficDesk traffic, Clock clock) {
        HubSettings.Limits limits = settings.limits();
        Path data = directory(settings.data());
        return new HubRoutes(
                book,
                open(settings.keys().evidence()).signer(),
                new SealExaminer(trust, limits.revocationGrace()),
                new LogExaminer(logKeys),
                new HubRoutes.Settings(
                        new HubRoutes.Limits(limits.envelopeBytes(), limits.clockSkew(), limits.snapshotGrace()),
                        new HubRoutes.SnapshotFiles(
                                settings.directory(), settings.rulebook(), data.resolve("snapshots")),
                        data.resolve("checkpoint"),
                        settings.reload()),
                clock,
                traffic);
    }

    @Bean
    Broker broker(HubSettings settings, TrustStore trust, HubRoutes flow, Clock clock) {
        HubSettings.BrokerAt at = settings.broker();
        Path folder = directory(settings.data().resolve("broker"));
        TlsFiles tls = TlsFiles.prepare(settings.keys().tls(), settings.trust(), folder);
        if (at.url().isPresent())
            return StandaloneBroker.at(
                    at.url().get(), at.user(), Password.read(Objects.requireNonNull(at.passwordFile())), tls);
        String secret = EmbeddedBroker.newSecret();
        GatewayRights rights = new GatewayRights(
                new GatewayCertificates(trust, settings.limits().revocationGrace(), clock)::gatewayOf,
                flow::directory,
                secret);
        return EmbeddedBroker.start(folder, at, tls, rights, secret);
    }

    @Bean
    RouteCounts routeCounts(Clock clock) {
        return new RouteCounts(clock);
    }

    @Bean
    OperatorLog operatorLog(Book book, Clock clock) {
        return new OperatorLog(book, clock);
    }

    /// Pauses hold again before the first post is taken.
    @Bean
    RouteDesk routes(CamelContext camel, RouteCounts counts, Database database, OperatorLog log, Clock clock) {
        return RouteDesk.open(camel, counts, new Pauses(database.source()), log, clock);
    }

    /// Once it has started, a directory is in force and the broker has every mailbox in it.
    @Bean(destroyMethod = "stop")
    CamelContext camel(HubRoutes flow, Broker broker, Book book, RouteCounts counts, Follower follower, Clock clock)
            throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        HubRoutes.follow(camel, follower);
        camel.addRoutePolicyFactory(counts);
        camel.getCamelContextExtension().setName("liaison-hub");
        camel.getShutdownStrategy().setTimeout(15);
        flow.addTo(camel, broker::furnish);
        camel.start();
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            template.requestBody(HubRoutes.CHECKPOINT, "");
            book.append(List.of(Entry.ofNote(Entry.Event.HUB_STARTED, clock.instant(), "")));
            template.requestBody(HubRoutes.SNAPSHOTS, "");
        }
        return camel;
    }

    @Bean
    Lanes lanes(
            CamelContext camel,
            Broker broker,
            HubSettings settings,
            HubRoutes flow,
            RouteDesk routes,
            Follower follower) {
        ProducerTemplate template = camel.createProducerTemplate();
        return Lanes.open(
                broker,
                settings,
                new Lane.Duties(
                        arrivals ->
                                Objects.requireNonNull(template.requestBody(HubRoutes.POST, arrivals, Parcels.class)),
                        () -> flow.directory().orElseThrow(),
                        routes::isIntakeHeld,
                        new CarryWatch(follower)));
    }

    @Bean
    BrokerWatch brokerWatch(CamelContext camel, Broker broker, HubRoutes flow, Book book, Clock clock) {
        Objects.requireNonNull(camel, "a directory is in force when it has started");
        return BrokerWatch.begin(
                broker,
                () -> flow.directory().orElseThrow(),
                note -> book.append(List.of(Entry.ofNote(Entry.Event.HUB_STARTED, clock.instant(), note))));
    }

    @Bean
    Housekeeping housekeeping(TrustStore trust, Broker broker, HubSettings settings) {
        return Housekeeping.begin(trust, settings.trust(), broker, settings.reload());
    }

    @Bean
    WitnessDesk witnesses(Book book, Database database, HubSettings settings, LogKeys logKeys, Clock clock) {
        return new WitnessDesk(
                book,
                new WitnessBook(database.source()),
                new WitnessExaminer(logKeys, LogKeyFile.witnesses(settings.trust())),
                clock);
    }

    @Bean
    LogClaims logClaims(Database database, LogKeys logKeys, Clock clock) {
        return new LogClaims(database.source(), logKeys, clock);
    }

    @Bean
    LogPages logPages(Book book, WitnessDesk witnesses, LogClaims claims) {
        return new LogPages(book, witnesses, claims);
    }

    @Bean
    HubCounts counts(Database database, HubSettings settings, Clock clock) {
        MessageFacts facts = new MessageFacts(new LoggedEntries(database.source()));
        HubLedger ledger = new HubLedger(database.source(), facts);
        return new HubCounts(
                facts, new Gate(Evidence.HUB, settings.statistics().terms(), ledger, Cover.secret()), clock);
    }

    @Bean
    HealthIndicator lanesHealthIndicator(Lanes lanes) {
        return HubHealth.lanes(lanes);
    }

    @Bean
    HealthIndicator brokerHealthIndicator(BrokerWatch watch) {
        return HubHealth.broker(watch);
    }

    @Bean
    HealthIndicator postHealthIndicator(
            Lanes lanes, Broker broker, HubRoutes flow, RouteDesk routes, HubSettings settings, Clock clock) {
        return HubHealth.post(lanes, broker, flow, routes, settings.limits().snapshotGrace(), clock);
    }

    @Bean
    HealthIndicator logHealthIndicator(Book book) {
        return HubHealth.log(book);
    }

    private static KeyFile open(HubSettings.KeyAt at) {
        return KeyFile.open(at.file(), Password.read(at.passwordFile()));
    }

    private static Path directory(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }
}
