package org.liaison.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.liaison.console.port.Certificates;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Mailboxes.Box;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Routes;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.console.port.Traffic.Way;
import org.liaison.message.Priority;

/// Which rules speak. A function of what was seen.
public final class Rules {

    private static final int PERCENT = 100;

    private final Terms terms;
    private final GatewayRules gateways;

    public Rules(Terms terms) {
        this.terms = terms;
        this.gateways = new GatewayRules(terms);
    }

    public List<Found> judge(Survey seen) {
        return Stream.of(
                        ages(seen),
                        links(seen.mailboxes()),
                        refusals(seen),
                        certificates(seen),
                        snapshots(seen),
                        machine(seen),
                        log(seen),
                        quarantine(seen.quarantine()),
                        pauses(seen.routes()),
                        gateways.judge(seen),
                        unasked(seen))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Found> unasked(Survey seen) {
        return seen.unseen().stream()
                .sorted()
                .map(view -> Found.of(Rule.UNASKED, view.name()))
                .toList();
    }

    private List<Found> ages(Survey seen) {
        List<Found> found = new ArrayList<>();
        for (Priority lane : Priority.values())
            seen.traffic()
                    .oldest(lane)
                    .map(since -> Duration.between(since, seen.now()))
                    .filter(age -> age.compareTo(terms.mostAge(lane)) > 0)
                    .ifPresent(age -> found.add(Found.of(Rule.OLDEST_AGE, lane.name(), age.toMinutes())));
        return found;
    }

    /// A gateway of which any mailbox is not fetched.
    static List<Found> links(Mailboxes.Reading reading) {
        return switch (reading) {
            case Mailboxes.Reading.Unread _ -> List.of(Found.of(Rule.BROKER_SILENT, "BROKER"));
            case Mailboxes.Reading.Read read ->
                read.unfetched().entrySet().stream()
                        .map(dead -> Found.of(Rule.DEAD_LINK, dead.getKey(), dead.getValue()))
                        .toList();
        };
    }

    /// By the hub or by a recipient: the sender is helped by neither.
    private List<Found> refusals(Survey seen) {
        Map<Corridor, Figures> corridors = new HashMap<>();
        for (Way way : seen.traffic().ways()) corridors.merge(way.corridor(), way.lastHour(), Figures::plus);
        List<Found> found = new ArrayList<>();
        new TreeMap<>(corridors).forEach((corridor, hour) -> {
            long all = hour.accepted() + hour.refused();
            long turnedAway = hour.refused() + hour.failed();
            if (turnedAway < terms.refusedLeast()) return;
            if (turnedAway * PERCENT < all * terms.refusedShare()) return;
            String most = hour.refusals().entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(one -> one.getKey().name())
                    .orElse("–");
            found.add(Found.of(Rule.REFUSALS, corridor, turnedAway, all, most));
        });
        return found;
    }

    private List<Found> certificates(Survey seen) {
        List<Found> found = new ArrayList<>();
        for (Certificates.Expiry one : seen.certificates()) {
            Duration ahead = one.what() == Certificates.What.REVOCATION_LIST
                    ? Duration.ofHours(terms.listHours())
                    : Duration.ofDays(terms.certificateDays());
            if (!one.until().isAfter(seen.now())) found.add(expiring(Rule.CERTIFICATE_OVER, one));
            else if (!one.until().minus(ahead).isAfter(seen.now())) found.add(expiring(Rule.CERTIFICATE_DUE, one));
        }
        return found;
    }

    private static Found expiring(Rule rule, Certificates.Expiry one) {
        return Found.of(rule, one.what() + " " + one.holder(), one.what(), one.holder(), day(one.until()));
    }

    private List<Found> snapshots(Survey seen) {
        return seen.snapshots().stream()
                .filter(version -> version.standing() != SnapshotShelf.Standing.EARLIER)
                .filter(version -> !version.expires()
                        .minus(terms.snapshotDays(), ChronoUnit.DAYS)
                        .isAfter(seen.now()))
                .map(version -> Found.of(Rule.SNAPSHOT_DUE, version.kind(), version.number(), day(version.expires())))
                .toList();
    }

    private List<Found> machine(Survey seen) {
        List<Found> found = new ArrayList<>();
        if (seen.diskFree() < terms.diskPercent()) found.add(Found.of(Rule.DISK, seen.folder(), seen.diskFree()));
        seen.clockOff()
                .map(Duration::abs)
                .filter(off -> off.toSeconds() >= terms.clockSeconds())
                .ifPresent(off -> found.add(Found.of(Rule.CLOCK, Rule.HUB, off.toSeconds())));
        return found;
    }

    private List<Found> log(Survey seen) {
        List<Found> found = new ArrayList<>();
        if (seen.examination().isPresent() && seen.examination().get() instanceof LogBook.Examination.Broken)
            found.add(Found.of(Rule.LOG_BROKEN, seen.log().origin()));
        for (LogBook.Witness witness : seen.log().witnesses())
            if (witness.disputes())
                found.add(Found.of(Rule.LOG_DISPUTED, witness.name(), seen.log().origin()));
        for (LogBook.Claim claim : seen.log().claims())
            if (claim.stands())
                found.add(Found.of(
                        Rule.LOG_CHANGED,
                        claim.gateway(),
                        seen.log().origin(),
                        claim.proven() ? "PROVEN" : "UNPROVEN"));
        seen.log()
                .unwitnessedSince(terms.witnessStates())
                .map(since -> Duration.between(since, seen.now()))
                .filter(age -> age.compareTo(terms.unwitnessed()) > 0)
                .ifPresent(age -> found.add(
                        Found.of(Rule.LOG_UNWITNESSED, seen.log().origin(), age.toMinutes(), terms.witnessStates())));
        Optional<Instant> waiting = oldestIntake(seen.mailboxes());
        Optional<Instant> last = seen.log().lastEntry();
        if (waiting.isEmpty() || last.isEmpty()) return found;
        Duration still = Duration.between(last.get(), seen.now());
        boolean waits = Duration.between(waiting.get(), seen.now()).compareTo(terms.logStill()) > 0;
        if (waits && still.compareTo(terms.logStill()) > 0)
            found.add(Found.of(Rule.LOG_STILL, "INTAKES", still.toMinutes()));
        return found;
    }

    private static Optional<Instant> oldestIntake(Mailboxes.Reading reading) {
        if (!(reading instanceof Mailboxes.Reading.Read(var _, List<Box> boxes))) return Optional.empty();
        return boxes.stream()
                .filter(box -> box.kind() == Mailboxes.Kind.INTAKE)
                .flatMap(box -> box.oldest().stream())
                .min(Comparator.naturalOrder());
    }

    private static List<Found> quarantine(Quarantine.Reading reading) {
        if (!(reading instanceof Quarantine.Reading.Read(List<Quarantine.Group> groups)) || groups.isEmpty())
            return List.of();
        long many = groups.stream().mapToLong(group -> group.items().size()).sum();
        Instant first = groups.stream()
                .map(Quarantine.Group::first)
                .min(Instant::compareTo)
                .orElseThrow();
        return List.of(Found.of(Rule.QUARANTINE, "QUARANTINE", many, first.truncatedTo(ChronoUnit.MINUTES)));
    }

    private static List<Found> pauses(List<Routes.Route> routes) {
        return routes.stream()
                .flatMap(route -> route.pause().stream())
                .map(pause -> Found.of(Rule.PAUSED, pause.route(), pause.until().truncatedTo(ChronoUnit.MINUTES)))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
