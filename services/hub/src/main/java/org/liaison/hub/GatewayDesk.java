package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Certificates;
import org.liaison.console.port.Gateways;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Said;
import org.liaison.directory.Directory;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reading;
import org.liaison.message.report.Echo;
import org.liaison.message.report.Report;
import org.liaison.message.report.SignOfLife;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What gateways say of themselves: the last report of each in memory, and in the database when
/// it came.
///
/// Who sent a report is told by the address in which it lay, to which one certificate may send; a
/// report in which another gateway stands is refused. Whatever a gateway sends, it fills no more
/// than two reports here.
final class GatewayDesk implements Gateways {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayDesk.class);

    private final Supplier<Optional<Directory>> directory;
    private final LastHeard table;
    private final ProbeDesk probes;
    private final Consumer<Report> onlooker;
    private final Duration silentAfter;
    private final InstantSource clock;
    private final Map<GatewayCode, Known> known = new ConcurrentHashMap<>();
    private final Map<GatewayCode, Instant> toKeep = new ConcurrentHashMap<>();

    /// What is known of one gateway.
    private record Known(Optional<Instant> heard, Optional<Heard> last, Optional<Heard> before, long refused) {

        static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty(), 0);

        Known with(Heard now) {
            return new Known(Optional.of(now.at()), Optional.of(now), last, refused);
        }

        Known withRefusal() {
            return new Known(heard, last, before, refused + 1);
        }
    }

    private GatewayDesk(
            Supplier<Optional<Directory>> directory,
            LastHeard table,
            ProbeDesk probes,
            Consumer<Report> onlooker,
            Duration silentAfter,
            InstantSource clock) {
        this.directory = directory;
        this.table = table;
        this.probes = probes;
        this.onlooker = onlooker;
        this.silentAfter = silentAfter;
        this.clock = clock;
    }

    /// `onlooker` is shown every report that was taken, on the thread that took it; it must be
    /// quick.
    static GatewayDesk open(
            Supplier<Optional<Directory>> directory,
            LastHeard table,
            ProbeDesk probes,
            Consumer<Report> onlooker,
            Duration silentAfter,
            InstantSource clock) {
        GatewayDesk desk = new GatewayDesk(directory, table, probes, onlooker, silentAfter, clock);
        table.all()
                .forEach((gateway, heard) ->
                        desk.known.put(gateway, new Known(Optional.of(heard), Optional.empty(), Optional.empty(), 0)));
        return desk;
    }

    /// What lay in this gateway's address. Nothing that comes can be more than refused.
    void arrived(GatewayCode from, Bytes json) {
        Instant now = clock.instant();
        switch (SignOfLife.read(json)) {
            case Reading.Garbled<SignOfLife>(String problem) -> refuse(from, problem);
            case Reading.Clear<SignOfLife>(SignOfLife sign)
            when !sign.gateway().equals(from) -> refuse(from, "another gateway stands in it");
            case Reading.Clear<SignOfLife>(Report report) -> take(from, new Heard(now, report));
            case Reading.Clear<SignOfLife>(Echo echo) -> {
                if (!probes.echoed(echo, now)) refuse(from, "an echo to no probe of ours");
            }
        }
    }

    private void take(GatewayCode from, Heard heard) {
        known.merge(from, Known.NOTHING.with(heard), (old, _) -> old.with(heard));
        toKeep.put(from, heard.at());
        onlooker.accept(heard.report());
    }

    /// Said once for each gateway, counted always: who sends rubbish must not fill the hub's log
    /// with it.
    void refuse(GatewayCode from, String problem) {
        long refused = Objects.requireNonNull(
                        known.merge(from, Known.NOTHING.withRefusal(), (old, _) -> old.withRefusal()))
                .refused();
        if (refused == 1)
            LOG.warn("{} sent a report that was refused, further ones are only counted: {}", from, problem);
    }

    /// Writes down who was heard since it was last called.
    void keep() {
        Map<GatewayCode, Instant> now = new HashMap<>(toKeep);
        if (now.isEmpty()) return;
        table.keep(now);
        now.forEach(toKeep::remove);
    }

    @Override
    public List<Gateway> all() {
        Instant now = clock.instant();
        Optional<Directory> inForce = directory.get();
        if (inForce.isEmpty()) return List.of();
        return inForce.get().gateways().stream()
                .sorted()
                .map(code -> gateway(code, inForce.get(), now))
                .toList();
    }

    private Gateway gateway(GatewayCode code, Directory inForce, Instant now) {
        Known one = known.getOrDefault(code, Known.NOTHING);
        Standing standing = one.heard()
                .map(heard -> heard.plus(silentAfter).isBefore(now) ? Standing.SILENT : Standing.REPORTS)
                .orElse(Standing.UNHEARD);
        return new Gateway(
                code.value(),
                inForce.at(code).stream()
                        .map(authority -> authority.code().country().code())
                        .distinct()
                        .sorted()
                        .toList(),
                standing,
                one.heard(),
                one.last(),
                one.before(),
                one.refused(),
                probes.last(code));
    }

    /// When the certificates end that gateways show at the door, as they last said.
    List<Certificates.Expiry> certificates() {
        return all().stream()
                .flatMap(gateway -> gateway.last().stream()
                        .map(last -> new Certificates.Expiry(
                                Certificates.What.GATEWAY_TLS,
                                gateway.code(),
                                "",
                                last.at(),
                                last.report().machine().certificateUntil())))
                .toList();
    }

    @Override
    public Answer test(String gateway, Operator by) {
        return directory.get().stream()
                .flatMap(inForce -> inForce.gateways().stream())
                .filter(code -> code.value().equals(gateway))
                .findFirst()
                .map(code -> probes.test(code, by))
                .orElseGet(() -> new Answer.Refused(Said.of(Said.What.NO_GATEWAY)));
    }
}
