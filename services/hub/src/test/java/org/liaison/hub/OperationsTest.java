package org.liaison.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Certificates;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Events;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Operator;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.console.port.Traffic;
import org.liaison.database.Database;
import org.liaison.message.Bytes;
import org.liaison.message.EvidenceId;
import org.liaison.message.Frames;
import org.liaison.message.Priority;
import org.liaison.message.Slip;
import org.liaison.message.Wire;
import org.liaison.routes.hub.HubRoutes;

/// What operators see of a hub at work, and stopping and starting a part of it.
class OperationsTest {

    private static final Bytes CONTENT = Bytes.ofUtf8("sealed");
    private static final Operator ADA = new Operator("Ada");
    private static final Grounds WHY = new Grounds("the disk is changed");
    private static final String RECIPIENT = "mailbox.xa.social.shelter";
    private static final Corridor XC_XA = Corridor.parse("XC-XA");

    @TempDir
    Path folder;

    @Test
    void one_message_shows_in_every_view_and_still_after_a_restart() throws Exception {
        Town town = Town.found(folder);
        Slip slip = town.slip(CONTENT, Priority.URGENT);
        try (HubProgram.Running hub = start(town);
                Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC);
                Visitor recipient = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            assertThat(hub.views().traffic().now().ways())
                    .as("an empty hub is no error")
                    .isEmpty();
            assertThat(hub.views()
                            .traffic()
                            .series(Traffic.Span.HOUR, Optional.empty(), Optional.empty())
                            .steps())
                    .hasSize(60)
                    .containsOnly(Traffic.Figures.none());
            BlockingQueue<Events.Event> tail = new ArrayBlockingQueue<>(10);
            Events.Following following = hub.views()
                    .events()
                    .follow(
                            new Events.Filter(
                                    Optional.of(Events.Kind.HANDED_OVER), Optional.of(XC_XA), Optional.empty()),
                            tail);
            sender.send("intake.gateway-xc.urgent", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));

            await(() -> hub.views().traffic().now().inFlight(Priority.URGENT) == 1);
            Traffic.Picture picture = hub.views().traffic().now();
            assertThat(picture.oldest(Priority.URGENT)).isPresent();
            assertThat(picture.oldest(Priority.ROUTINE)).isEmpty();
            await(() -> box(hub, RECIPIENT).depth() == 1);
            Mailboxes.Box box = box(hub, RECIPIENT);
            assertThat(box.oldest().orElseThrow()).isBetween(slip.created().minusSeconds(5), Instant.now());
            assertThat(box.fetched()).isFalse();
            assertThat(box.gateway()).contains("gateway-xa");
            assertThat(box(hub, "intake.gateway-xc.urgent").fetched()).isTrue();

            recipient.receive(RECIPIENT);
            EvidenceId id = EvidenceId.next(Instant.now());
            recipient.send("intake.gateway-xa", id.toString(), Frames.write(town.handover(slip, id)));
            await(() -> hub.views().traffic().now().inFlight(Priority.URGENT) == 0);
            Events.Event seen = tail.poll(10, TimeUnit.SECONDS);
            following.close();
            assertThat(seen).isNotNull();
            assertThat(seen.message()).contains(slip.id().toString());
            assertThat(seen.to()).contains("xa.social.shelter");

            await(() -> hub.views().traffic().now().ways().stream()
                    .anyMatch(way -> way.lastHour().handedOver() == 1));
            assertCounted(hub);
            assertThat(hub.views().trace().of(slip.id()))
                    .hasSize(2)
                    .allSatisfy(step -> assertThat(step.proven()).isTrue())
                    .extracting(step -> step.by())
                    .containsExactly("hub", "xa.social.shelter");
            assertViews(hub);
            assertMonitored(get(hub.managementPort(), "/actuator/prometheus").body());
            assertThat(get(hub.managementPort(), "/actuator/prometheus").body())
                    .contains("liaison_messages_total{corridor=\"XC-XA\",event=\"HANDED_OVER\",lane=\"URGENT\"")
                    .contains("liaison_route_exchanges_total{route=\"hub-intake\"}")
                    .contains("liaison_oldest_seconds{lane=\"URGENT\"} 0.0");
        }
        try (HubProgram.Running hub = start(town)) {
            await(() -> hub.views().traffic().now().complete());
            assertCounted(hub);
            assertThat(hub.views().traffic().now().inFlight(Priority.URGENT)).isZero();
        }
    }

    /// Dashboard and rules in `docker/` ask for nothing that the hub does not tell.
    private static void assertMonitored(String told) throws Exception {
        Set<String> asked = new java.util.TreeSet<>();
        for (String file : List.of("alerts.yml", "grafana-dashboard.json")) {
            var names = java.util.regex.Pattern.compile("liaison_[a-z_]+")
                    .matcher(java.nio.file.Files.readString(Path.of("..", "..", "docker", "monitoring", file)));
            while (names.find()) asked.add(names.group());
        }
        assertThat(asked)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(told).containsPattern("(?m)^" + name + "[{ ]"));
    }

    private static void assertCounted(HubProgram.Running hub) {
        Traffic.Figures total = hub.views()
                .traffic()
                .series(Traffic.Span.DAY, Optional.of(XC_XA), Optional.of(Priority.URGENT))
                .total();
        assertThat(List.of(total.accepted(), total.handedOver(), total.refused()))
                .containsExactly(1L, 1L, 0L);
        assertThat(total.latency().size()).isOne();
        assertThat(hub.views()
                        .traffic()
                        .series(Traffic.Span.DAY, Optional.of(Corridor.parse("XA-XC")), Optional.empty())
                        .total()
                        .accepted())
                .isZero();
    }

    private static void assertViews(HubProgram.Running hub) throws Exception {
        Certificates calendar = new CertificateCalendar(
                hub.part(HubSettings.class),
                () -> hub.part(HubRoutes.class).directory(),
                new LoggedEntries(hub.part(Database.class).source())::newest,
                () -> List.of(new Certificates.Expiry(
                        Certificates.What.GATEWAY_TLS, "gateway-xa", "", Instant.now(), Instant.now())),
                Instant::now);
        Set<Certificates.What> kinds =
                calendar.all().stream().map(Certificates.Expiry::what).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Certificates.What.values());
        assertThat(hub.views().certificates().all())
                .isSortedAccordingTo(java.util.Comparator.comparing(Certificates.Expiry::until));
        assertThat(hub.views().snapshots().all())
                .extracting(SnapshotShelf.Version::kind, SnapshotShelf.Version::standing)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                SnapshotShelf.Kind.DIRECTORY, SnapshotShelf.Standing.IN_FORCE),
                        org.assertj.core.groups.Tuple.tuple(
                                SnapshotShelf.Kind.RULEBOOK, SnapshotShelf.Standing.IN_FORCE));
        assertThat(hub.views().changes().since(Instant.now().minus(Duration.ofHours(1))))
                .extracting(change -> change.event())
                .contains("HUB_STARTED", "SNAPSHOT_IN_FORCE");
        assertThat(hub.views().log().verify(ADA)).isInstanceOf(Answer.Done.class);
        await(() -> hub.views().log().examination().orElseThrow() instanceof LogBook.Examination.Whole);
        assertThat(hub.views().log().standing().lastEntry()).isPresent();
        assertThat(get(hub.managementPort(), "/actuator/ops/routes").statusCode())
                .as("only for who has a token, at the console")
                .isEqualTo(404);
    }

    @Test
    void a_paused_intake_takes_nothing_in_also_after_a_restart_and_goes_on_by_itself() throws Exception {
        Town town = Town.found(folder);
        Slip slip = town.slip(CONTENT, Priority.URGENT);
        Instant until = Instant.now().plusSeconds(45);
        try (HubProgram.Running hub = start(town);
                Visitor sender = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XC)) {
            assertThat(hub.views().routes().pause("hub-desk", until, ADA, WHY)).isInstanceOf(Answer.Refused.class);
            assertThat(hub.views()
                            .routes()
                            .pause(RouteDesk.INTAKE, Instant.now().plus(Duration.ofDays(2)), ADA, WHY))
                    .isInstanceOf(Answer.Refused.class);
            assertThat(hub.views().routes().pause(RouteDesk.INTAKE, until, ADA, WHY))
                    .isInstanceOf(Answer.Done.class);
            awaitHeldRounds(hub);
            sender.send("intake.gateway-xc.urgent", slip.id().toString(), Frames.write(town.envelope(slip, CONTENT)));
            await(() -> box(hub, "intake.gateway-xc.urgent").depth() == 1);
            awaitHeldRounds(hub);
            HttpResponse<String> ready = get(hub.managementPort(), "/actuator/health/readiness");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("by an operator until").contains("the disk is changed");
            assertThat(hub.views().trace().of(slip.id())).isEmpty();
        }
        try (HubProgram.Running hub = start(town);
                Visitor recipient = Visitor.with(town, hub.brokerPort(), Town.GATEWAY_XA)) {
            assertThat(hub.views().routes().all())
                    .filteredOn(route -> route.pause().isPresent())
                    .singleElement()
                    .satisfies(route -> {
                        assertThat(route.id()).isEqualTo(RouteDesk.INTAKE);
                        assertThat(route.running()).isFalse();
                        assertThat(route.pause().orElseThrow().by()).isEqualTo(ADA);
                    });
            assertThat(hub.views().trace().of(slip.id())).isEmpty();
            Wire arrived = recipient.receive(RECIPIENT, 60_000).orElseThrow();
            assertThat(arrived).isInstanceOf(Wire.Delivery.class);
            assertThat(Instant.now()).as("not before its time").isAfterOrEqualTo(until);
            assertThat(hub.views().changes().since(Instant.now().minus(Duration.ofHours(1))))
                    .extracting(change -> change.note())
                    .anyMatch(
                            note -> note.startsWith("Pause hub-intake until " + until + "; by Ada; because: the disk"))
                    .anyMatch(note -> note.startsWith("Resume hub-intake at the end of its pause"));
            assertThat(hub.views().routes().resume(RouteDesk.INTAKE, ADA, WHY)).isInstanceOf(Answer.Refused.class);
            assertThat(hub.views()
                            .routes()
                            .pause("hub-directory-watch", Instant.now().plusSeconds(60), ADA, WHY))
                    .isInstanceOf(Answer.Done.class);
            assertThat(hub.views().routes().resume("hub-directory-watch", ADA, WHY))
                    .isInstanceOf(Answer.Done.class);
        }
    }

    @Test
    void a_pause_whose_end_cannot_be_written_down_is_recorded_as_ended_once() throws Exception {
        Town town = Town.found(folder);
        try (HubProgram.Running hub = start(town)) {
            Instant until = Instant.now().plusSeconds(5);
            assertThat(hub.views().routes().pause(RouteDesk.INTAKE, until, ADA, WHY))
                    .isInstanceOf(Answer.Done.class);
            sql(hub, "alter table hub_pauses rename to hub_pauses_away");
            await(() -> ends(hub) > 0 || Instant.now().isAfter(until.plusSeconds(1)));
            Instant enough = Instant.now().plusSeconds(3);
            await(() -> Instant.now().isAfter(enough));
            sql(hub, "alter table hub_pauses_away rename to hub_pauses");
            await(() -> hub.views().routes().all().stream()
                    .allMatch(route -> route.pause().isEmpty()));
            assertThat(ends(hub)).isOne();
        }
    }

    private static long ends(HubProgram.Running hub) {
        return hub.views().changes().since(Instant.now().minus(Duration.ofHours(1))).stream()
                .filter(change -> change.note().startsWith("Resume hub-intake at the end of its pause"))
                .count();
    }

    private static void sql(HubProgram.Running hub, String statement) throws Exception {
        try (var connection = hub.part(Database.class).source().getConnection();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    /// Every lane has looked twice since and left its post where it is: whatever it had in hand
    /// before is answered.
    private static void awaitHeldRounds(HubProgram.Running hub) throws InterruptedException {
        Map<Priority, Long> before = hub.part(Lanes.class).waits();
        await(() -> hub.part(Lanes.class).waits().entrySet().stream()
                .allMatch(lane -> lane.getValue() >= before.get(lane.getKey()) + 2));
    }

    private static HubProgram.Running start(Town town) {
        return HubProgram.start(town.hubConfiguration(), HubProgram.Logging.LEFT_ALONE);
    }

    private static Mailboxes.Box box(HubProgram.Running hub, String name) {
        Mailboxes.Reading reading = hub.views().mailboxes().all();
        assertThat(reading).isInstanceOf(Mailboxes.Reading.Read.class);
        return ((Mailboxes.Reading.Read) reading)
                .boxes().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.sleep(100);
        }
    }

    static HttpResponse<String> get(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
