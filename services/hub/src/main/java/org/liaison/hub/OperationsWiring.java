package org.liaison.hub;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.console.alert.Pace;
import org.liaison.console.alert.Rules;
import org.liaison.console.alert.Watchman;
import org.liaison.console.alert.Wording;
import org.liaison.console.port.Views;
import org.liaison.database.Database;
import org.liaison.pages.Room;
import org.liaison.pages.Words;
import org.liaison.routes.hub.HubRoutes;
import org.liaison.routes.hub.HubRoutes.Parcels;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How what operators look at and act upon is put together, and their console. It starts after
/// everything in [HubWiring], and stops before.
@Configuration(proxyBeanMethods = false)
class OperationsWiring {

    @Bean
    DueTimes deadlines(Database database, Clock clock) {
        return DueTimes.begin(new DueTable(database.source(), new LoggedEntries(database.source())), clock);
    }

    @Bean
    SnapshotArchive snapshots(Database database, HubRoutes flow, HubSettings settings, Clock clock) {
        return new SnapshotArchive(
                database.source(),
                flow::directory,
                flow::rulebook,
                settings.limits().snapshotGrace(),
                clock);
    }

    @Bean
    LogDesk logDesk(
            Database database, Book book, WitnessDesk witnesses, LogClaims claims, OperatorLog log, Clock clock) {
        return new LogDesk(database.source(), book, new LogDesk.Lookers(witnesses, claims), log, clock);
    }

    @Bean
    QuarantineDesk quarantine(CamelContext camel, Broker broker, Database database, OperatorLog log, Clock clock) {
        ProducerTemplate template = camel.createProducerTemplate();
        return new QuarantineDesk(
                new QuarantineShelf(new BrokerOffice(broker)),
                new Proposals(database.source()),
                log,
                arrivals -> Objects.requireNonNull(template.requestBody(HubRoutes.RETURN, arrivals, Parcels.class)),
                clock);
    }

    @Bean
    GatewayDesk gateways(
            Broker broker,
            HubRoutes flow,
            Database database,
            WitnessDesk witnesses,
            LogClaims claims,
            OperatorLog log,
            HubSettings settings,
            Clock clock) {
        return GatewayDesk.open(
                flow::directory,
                new LastHeard(database.source()),
                new ProbeDesk(new BrokerOffice(broker), log, ProbeDesk.PATIENCE, clock),
                report -> {
                    witnesses.take(report);
                    claims.take(report);
                },
                settings.alerts().gatewaySilent(),
                clock);
    }

    /// After Camel, which brings the directory into force and its addresses to the broker.
    @Bean
    ReportLine reportLine(CamelContext camel, Broker broker, HubRoutes flow, GatewayDesk gateways) {
        return ReportLine.open(broker, () -> flow.directory().orElseThrow(), gateways);
    }

    /// Beans in their order: by its arguments this one comes after everything that it shows.
    @Bean
    Views views(
            TrafficDesk traffic,
            RouteDesk routes,
            QuarantineDesk quarantine,
            SnapshotArchive snapshots,
            LogDesk log,
            DueTimes deadlines,
            LiveTail tail,
            GatewayDesk gateways,
            Outlook outlook) {
        return new Views(
                traffic,
                routes,
                outlook.mailboxes(),
                quarantine,
                outlook.trace(),
                outlook.certificates(),
                snapshots,
                log,
                outlook.changes(),
                deadlines,
                tail,
                gateways);
    }

    @Bean
    Outlook outlook(
            Broker broker,
            HubRoutes flow,
            Book book,
            LogKeys logKeys,
            Database database,
            HubSettings settings,
            GatewayDesk gateways,
            Clock clock) {
        return new Outlook(
                new BrokerMailboxes(new BrokerOffice(broker), flow::directory, clock),
                new TraceDesk(book, new LogExaminer(logKeys), settings.console()::traceOf),
                new CertificateCalendar(
                        settings,
                        flow::directory,
                        new LoggedEntries(database.source())::newest,
                        gateways::certificates,
                        clock),
                new ChangesDesk(database.source()));
    }

    /// The views that only read.
    record Outlook(BrokerMailboxes mailboxes, TraceDesk trace, CertificateCalendar certificates, ChangesDesk changes) {}

    @Bean
    AlertRows alertBook(Database database) {
        return new AlertRows(database.source());
    }

    @Bean
    Watchman watchman(AlertRows alerts, HubSettings settings) {
        return new Watchman(
                new Rules(settings.alerts().terms()),
                alerts,
                settings.alerts().channels(),
                settings.alerts().quietHours(),
                new Wording(
                        new Words(List.of(new Room("console"), new Room("message"))),
                        settings.alerts().spoken().locale(),
                        ZoneOffset.UTC,
                        settings.console().address()),
                new Pace(settings.alerts().every(), settings.alerts().settles()));
    }

    @Bean
    AlertDesk alerts(AlertRows book, Watchman watchman, OperatorLog log, Clock clock) {
        return new AlertDesk(book, watchman, log, clock);
    }

    @Bean
    NightWatch nightWatch(
            Views views,
            Watchman watchman,
            SnapshotArchive archive,
            Database database,
            HubSettings settings,
            Meters meters,
            TrafficDesk traffic,
            Lanes lanes,
            Clock clock) {
        meters.watch(views, traffic, lanes);
        return NightWatch.begin(
                views,
                watchman,
                archive,
                database.source(),
                settings.data(),
                settings.alerts().every(),
                clock);
    }

    @Bean
    DiagnosticsDesk diagnostics(
            HubSettings settings,
            Map<String, HealthIndicator> health,
            Views views,
            AlertRows alerts,
            OperatorLog log,
            Clock clock) {
        return new DiagnosticsDesk(new DiagnosticFacts(settings, health, views, alerts), log, clock);
    }

    @Bean
    ConsoleMount console(
            HubSettings settings,
            Views views,
            DiagnosticsDesk diagnostics,
            AlertDesk alerts,
            AlertRows alertBook,
            Watchman watchman,
            Database database,
            Clock clock) {
        return ConsoleMount.open(
                settings.console(),
                new ConsoleMount.Handed(
                        views,
                        diagnostics,
                        alerts,
                        alertBook,
                        watchman,
                        new ConsoleMount.Database(database.source()),
                        clock));
    }
}
