package org.liaison.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.liaison.casework.Forms;
import org.liaison.database.Database;
import org.liaison.desk.Addresses;
import org.liaison.desk.DeskWiring;
import org.liaison.message.AuthorityCode;
import org.liaison.pages.PagesWiring;
import org.liaison.routes.gateway.GatewayRoutes;
import org.liaison.routes.gateway.Register;
import org.liaison.signin.Doors;
import org.liaison.signin.Enrolment;
import org.liaison.signin.SignInHouse;
import org.liaison.signin.SignInWiring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The desk in this house: its ports, and who may come in.
@Configuration(proxyBeanMethods = false)
@Import({PagesWiring.class, SignInWiring.class, DeskWiring.class})
class DeskMount {

    private static final Doors DOORS = new Doors(
            List.of("/static/**"),
            List.of(
                    "/",
                    "/inbox/**",
                    "/search",
                    "/cases/**",
                    "/messages/**",
                    "/contacts",
                    "/events",
                    "/write",
                    "/sheets/**",
                    "/templates/**",
                    "/release"),
            List.of(),
            List.of("/api/**"),
            List.of("/sheets/*/topics/**", "/sheets/*/to"));

    @Bean
    SignInHouse signInHouse(GatewaySettings settings, Database database) {
        GatewaySettings.Desk desk = settings.desk();
        URI origin = Optional.ofNullable(desk.origin())
                .orElseGet(() -> URI.create("http://localhost:" + settings.web().port()));
        return new SignInHouse(
                desk.keys().settings(settings.code(), origin, desk.idle(), desk.longest()), DOORS, database.source());
    }

    /// Made anew at each start until somebody has enrolled. With a file it is written there before the program answers.
    @Bean
    FirstLink firstLink(Enrolment enrolment, GatewaySettings settings) {
        List<String> scopes =
                settings.seats().stream().map(AuthorityCode::toString).toList();
        Optional<Enrolment.Link> link = enrolment.firstLink(scopes);
        Path file = settings.desk().enrolmentFile();
        if (file != null) link.ifPresentOrElse(made -> made.write(file), () -> delete(file));
        return new FirstLink(link.map(Enrolment.Link::address));
    }

    private static void delete(Path stale) {
        try {
            Files.deleteIfExists(stale);
        } catch (IOException e) {
            throw new UncheckedIOException("The used enrolment link " + stale + " cannot be deleted.", e);
        }
    }

    /// Shown once, kept nowhere.
    record FirstLink(Optional<URI> address) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    @Bean
    DeskWiring.Site site(GatewaySettings settings, SnapshotsInFiles snapshots) {
        if (settings.desk().training()) TrainingGround.check(snapshots.directory());
        return new DeskWiring.Site(
                settings.code(), settings.desk().training(), settings.desk().fourEyes());
    }

    @Bean(initMethod = "start")
    Ripple news() {
        return new Ripple();
    }

    @Bean
    Addresses addresses(SnapshotsInFiles snapshots, Clock clock) {
        return () -> snapshots.inForce(clock.instant()).map(Register.InForce::directory);
    }

    @Bean
    PostOnShelf post(
            Shelf shelf, PostOnShelf.Sources sources, GatewayRoutes routes, Relay relay, Ripple news, Clock clock) {
        return new PostOnShelf(shelf, sources, routes, changed(relay, news), clock);
    }

    @Bean
    PostOnShelf.Sources postSources(Timeline timeline, Letters letters, Papers papers, Telling telling, Export export) {
        return new PostOnShelf.Sources(timeline, letters, papers, telling, export);
    }

    @Bean
    CasesOnShelf deskCases(Shelf shelf, CasebookInPostgres book, SnapshotsInFiles snapshots, Clock clock) {
        return new CasesOnShelf(shelf, book, snapshots, clock);
    }

    @Bean
    SheetsInPostgres sheets(Records records, Vault vault, Clock clock) {
        return new SheetsInPostgres(records, vault, clock);
    }

    @Bean
    TemplatesInPostgres templates(Records records, Vault vault, Clock clock) {
        return new TemplatesInPostgres(records, vault, clock);
    }

    @Bean
    SendingByRoutes.Sources sendingSources(
            Shelf shelf, Forms forms, SnapshotsInFiles snapshots, GatewaySettings settings, Counter counter) {
        return new SendingByRoutes.Sources(
                shelf, forms, snapshots, settings.limits().attachmentBytes(), counter);
    }

    @Bean
    SendingByRoutes sending(
            GatewayRoutes routes,
            SheetsInPostgres sheets,
            SendingByRoutes.Sources sources,
            Relay relay,
            Ripple news,
            Clock clock) {
        return new SendingByRoutes(routes, sheets, sources, changed(relay, news), clock);
    }

    @Bean(initMethod = "start")
    TrainingPartners trainingPartners(
            GatewaySettings settings, Forms forms, TrainingPartners.Sources sources, Ripple news, Relay relay) {
        GatewaySettings.Desk desk = settings.desk();
        TrainingScript script = desk.trainingForms() == null
                ? new TrainingScript(List.of())
                : TrainingScript.read(desk.trainingForms(), forms);
        return new TrainingPartners(desk.partners(), script, sources, news, changed(relay, news));
    }

    @Bean
    TrainingPartners.Sources trainingSources(Shelf shelf, CasebookInPostgres cases, GatewayRoutes routes, Clock clock) {
        return new TrainingPartners.Sources(shelf, cases, routes, clock);
    }

    private static Runnable changed(Relay relay, Ripple news) {
        return () -> {
            relay.nudge();
            news.happened();
        };
    }
}
