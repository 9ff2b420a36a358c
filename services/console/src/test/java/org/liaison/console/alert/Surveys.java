package org.liaison.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.console.port.Certificates.Expiry;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Gateways.Gateway;
import org.liaison.console.port.Gateways.Heard;
import org.liaison.console.port.Gateways.Standing;
import org.liaison.console.port.Latency;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Mailboxes.Box;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Routes.Route;
import org.liaison.console.port.SnapshotShelf.Version;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.console.port.Traffic.Picture;
import org.liaison.console.port.Traffic.Way;
import org.liaison.message.GatewayCode;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import org.liaison.message.report.Report;
import org.liaison.pages.Room;
import org.liaison.pages.Words;

/// A hub at which all is well, until a test makes it otherwise.
final class Surveys {

    static final Words WORDS = new Words(List.of(new Room("console"), new Room("message")));
    static final Wording ENGLISH = new Wording(WORDS, Locale.ENGLISH, ZoneOffset.UTC);
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Corridor XC_XA = Corridor.parse("XC-XA");

    Instant now = NOON;
    Figures lastHour = Figures.none();
    Priority lane = Priority.ROUTINE;
    Optional<Instant> oldest = Optional.empty();
    Mailboxes.Reading mailboxes = new Mailboxes.Reading.Read(NOON, List.of());
    Quarantine.Reading quarantine = new Quarantine.Reading.Read(List.of());
    List<Route> routes = List.of();
    List<Expiry> certificates = List.of();
    List<Version> snapshots = List.of();
    Optional<Instant> lastEntry = Optional.of(NOON.minusSeconds(1));
    List<LogBook.Witness> witnesses = List.of();
    List<LogBook.Claim> claims = List.of();
    Optional<LogBook.Examination> examination = Optional.empty();
    int diskFree = 60;
    Optional<Duration> clockOff = Optional.empty();
    List<Gateway> gateways = List.of();
    Set<Survey.View> unseen = Set.of();

    Survey look() {
        return new Survey(
                now,
                new Picture(now, true, 0, List.of(new Way(XC_XA, lane, oldest.isPresent() ? 1 : 0, oldest, lastHour))),
                mailboxes,
                quarantine,
                routes,
                certificates,
                snapshots,
                new LogBook.Standing("log.example/test", 10, "root", lastEntry, lastEntry, witnesses, claims),
                examination,
                "data",
                diskFree,
                clockOff,
                gateways,
                unseen);
    }

    /// A gateway with a clock that is right, an empty outbox and nothing to complain of.
    static Gateway gateway(Standing standing, Instant heard) {
        return gateway(standing, heard, heard, 0, Report.Disk.OK);
    }

    static Gateway gateway(Standing standing, Instant heard, Instant clock, long oldestSeconds, Report.Disk disk) {
        Report report = new Report(
                new GatewayCode("gateway-xa"),
                new Report.Program("0.1.0", NOON.minus(Duration.ofDays(1))),
                clock,
                List.of(),
                List.of(new Report.LaneState(
                        Priority.ROUTINE, 3, oldestSeconds == 0 ? Optional.empty() : Optional.of(oldestSeconds))),
                List.of("mailbox.gateway.gateway-xa"),
                new Report.Machine(Report.Database.OK, disk, NOON.plus(Duration.ofDays(300))),
                new Report.InForce(1, 1),
                Optional.empty(),
                Optional.empty());
        return new Gateway(
                "gateway-xa",
                List.of("XA"),
                standing,
                Optional.of(heard),
                Optional.of(new Heard(heard, report)),
                Optional.empty(),
                0,
                Optional.empty());
    }

    static Figures refused(long accepted, long refused, Reason reason) {
        return new Figures(accepted, refused, 0, 0, 0, Latency.none(), Map.of(reason, refused));
    }

    static Figures notHandedOver(long accepted, long failed, Reason reason) {
        return new Figures(accepted, 0, 0, failed, 0, Latency.none(), Map.of(reason, failed));
    }

    static Mailboxes.Reading box(Mailboxes.Kind kind, long depth, Optional<Instant> oldest, boolean fetched) {
        return new Mailboxes.Reading.Read(
                NOON,
                List.of(new Box("a queue", kind, Optional.of("gateway-xa"), depth, oldest, fetched, Optional.empty())));
    }
}
