package org.liaison.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liaison.console.port.Gateways.Gateway;
import org.liaison.console.port.Gateways.Heard;
import org.liaison.console.port.Gateways.Standing;
import org.liaison.console.port.Mailboxes;
import org.liaison.message.report.Report;
import org.liaison.message.report.RouteState;

/// A gateway as pages show it: what it says of itself, beside what the broker says of it. `unfetched` are the messages
/// in mailboxes of it from which nobody takes; empty where all are fetched or the broker does not say.
record GatewayCard(
        Gateway gateway,
        Link link,
        Optional<Long> unfetched,
        String age,
        String clock,
        boolean clockBehind,
        List<LaneRow> lanes,
        List<RouteRow> routes) {

    private static final double MINUTE_MILLIS = 60_000;

    /// How the link stands, from two sources that do not know of each other.
    enum Link {
        /// Never heard: neither well nor a trouble.
        UNHEARD("plain"),
        WELL("good"),
        /// It fetches its post, and says nothing of itself.
        MUTE("warn"),
        /// It says how it is, and does not fetch its post.
        DEAF("bad"),
        AWAY("bad");

        private final String tag;

        Link(String tag) {
            this.tag = tag;
        }

        /// The style of its sign.
        public String tag() {
            return tag;
        }

        private static Link of(Standing standing, boolean fetches) {
            return switch (standing) {
                case UNHEARD -> UNHEARD;
                case REPORTS -> fetches ? WELL : DEAF;
                case SILENT -> fetches ? MUTE : AWAY;
            };
        }
    }

    /// Whether somebody must look, whatever the rules say so far: they wait before they speak.
    boolean troubled() {
        return switch (link) {
            case UNHEARD, WELL -> false;
            case MUTE, DEAF, AWAY -> true;
        };
    }

    record LaneRow(String lane, long depth, String oldest) {}

    /// `rate`: batches a minute between the last two reports; a dash where there are not two of
    /// one start.
    record RouteRow(RouteState state, String rate) {}

    static List<GatewayCard> of(List<Gateway> gateways, Mailboxes.Reading mailboxes, Instant now) {
        Map<String, Long> unfetched = mailboxes.unfetched();
        return gateways.stream()
                .map(gateway -> of(gateway, Optional.ofNullable(unfetched.get(gateway.code())), now))
                .toList();
    }

    private static GatewayCard of(Gateway gateway, Optional<Long> unfetched, Instant now) {
        Duration ahead = gateway.last().map(Heard::clockAhead).orElse(Duration.ZERO);
        return new GatewayCard(
                gateway,
                Link.of(gateway.standing(), unfetched.isEmpty()),
                unfetched,
                Length.of(gateway.heard().map(heard -> Duration.between(heard, now))),
                Length.of(ahead.abs()),
                ahead.isNegative(),
                gateway.last().map(last -> lanes(last.report())).orElse(List.of()),
                gateway.last().map(last -> rows(last, gateway.before())).orElse(List.of()));
    }

    private static List<RouteRow> rows(Heard last, Optional<Heard> before) {
        return last.report().routes().stream()
                .map(route -> new RouteRow(route, rate(route, last, before)))
                .toList();
    }

    private static String rate(RouteState route, Heard last, Optional<Heard> before) {
        return before.filter(earlier -> startedAt(earlier).equals(startedAt(last)))
                .flatMap(earlier -> earlier.report().routes().stream()
                        .filter(one -> one.id().equals(route.id()))
                        .findFirst()
                        .map(one -> perMinute(
                                route.exchanges() - one.exchanges(), Duration.between(earlier.at(), last.at()))))
                .orElse("–");
    }

    private static Instant startedAt(Heard heard) {
        return heard.report().program().startedAt();
    }

    private static String perMinute(long exchanges, Duration time) {
        return String.format(Locale.ROOT, "%.1f", exchanges * MINUTE_MILLIS / Math.max(1, time.toMillis()));
    }

    private static List<LaneRow> lanes(Report report) {
        return report.outbox().stream()
                .map(lane -> new LaneRow(
                        lane.lane().name(),
                        lane.depth(),
                        Length.of(lane.oldestSeconds().map(Duration::ofSeconds))))
                .toList();
    }

    /// Of the last test: how long the way there and back took.
    public String roundTrip() {
        return Length.of(gateway.tested().flatMap(test -> test.echoed()).map(echoed -> echoed.roundTrip()));
    }
}
