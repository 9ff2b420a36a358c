package org.liaison.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.liaison.console.port.Said;
import org.liaison.message.Bytes;

/// Goes round when it is told to, once a minute as a rule: [#round] looks and writes down, [#tell] tells people.
///
/// What was found is in the book before anybody is told of it. A cause is told once, by every channel, until it has
/// cleared; a channel that fails is tried again at the next telling, and one that took the alert over is not. A process
/// that dies between telling and writing that down tells again, under the same id.
///
/// A channel may take long: neither a round nor whoever reads a page waits for it.
public final class Watchman {

    /// What was not seen for so long has cleared.
    public static final Duration CALM = Duration.ofMinutes(5);

    private final Rules rules;
    private final AlertBook book;
    private final List<Channel> channels;
    private final Optional<QuietHours> quiet;
    private final Wording wording;
    private final Pace pace;
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private final ReentrantLock tells = new ReentrantLock();
    /// By the id of the telling; only whoever holds [#tells] looks here.
    private final Map<String, Set<String>> toldBy = new HashMap<>();

    private final Map<String, Said> troubles = new ConcurrentHashMap<>();
    private volatile Instant lastRound = Instant.EPOCH;
    private volatile Optional<Instant> lastWhole = Optional.empty();

    /// `wording`: in which language people are told.
    public Watchman(
            Rules rules,
            AlertBook book,
            List<Channel> channels,
            Optional<QuietHours> quiet,
            Wording wording,
            Pace pace) {
        this.rules = rules;
        this.book = book;
        this.channels = List.copyOf(channels);
        this.quiet = quiet;
        this.wording = wording;
        this.pace = pace;
    }

    /// Asks the rules, and writes down what they say. Tells nobody.
    public synchronized void round(Survey seen) {
        Instant now = seen.now();
        List<Found> found = rules.judge(seen);
        Set<String> known = new HashSet<>();
        for (Alert alert : book.open()) known.add(alert.cause());
        Set<String> causes = new HashSet<>();
        for (Found one : found) {
            causes.add(one.cause());
            Instant since = firstSeen.computeIfAbsent(one.cause(), _ -> now);
            boolean settled = !since.plus(pace.settles()).isAfter(now);
            if (settled || known.contains(one.cause())) book.seen(one, now);
        }
        firstSeen.keySet().retainAll(causes);
        for (Alert alert : book.open())
            if (!causes.contains(alert.cause())
                    && seen.answers(alert.found().rule())
                    && !alert.lastSeen().plus(CALM).isAfter(now)) book.clear(alert.cause(), now);
        lastRound = now.truncatedTo(ChronoUnit.MILLIS);
        if (seen.unseen().isEmpty()) lastWhole = Optional.of(now);
    }

    /// Tells people of what nobody was told of yet. Returns at once where somebody is telling already.
    public void tell(Instant now) {
        if (channels.isEmpty() || !tells.tryLock()) return;
        try {
            List<Alert> untold =
                    book.open().stream().filter(alert -> alert.told().isEmpty()).toList();
            toldBy.keySet().retainAll(untold.stream().map(Watchman::id).collect(Collectors.toSet()));
            untold.forEach(alert -> tell(alert, now));
        } finally {
            tells.unlock();
        }
    }

    /// Whether it was still so at the last round. What is no longer so stays open until it has cleared.
    public boolean holds(Alert alert) {
        return !alert.lastSeen().isBefore(lastRound);
    }

    /// Whether the silence of all rules means something: all were asked in the last minutes.
    public boolean looks(Instant now) {
        return lastWhole.filter(at -> !at.plus(pace.fresh()).isBefore(now)).isPresent();
    }

    /// When all rules could be asked last; empty where they never could since the start.
    public Optional<Instant> lastWhole() {
        return lastWhole;
    }

    /// Tells every channel that this is a test, and what became of it.
    public List<Said> test(Instant now) {
        List<Said> outcomes = new ArrayList<>();
        for (Channel channel : channels) {
            try {
                channel.tell(wording.test("test-" + now.toEpochMilli()));
                outcomes.add(channel.took());
            } catch (Channel.NotTold e) {
                outcomes.add(e.said());
            }
        }
        return outcomes;
    }

    /// Why a channel could not tell, by its name; empty when all could.
    public Map<String, Said> troubles() {
        return new TreeMap<>(troubles);
    }

    public boolean hasChannels() {
        return !channels.isEmpty();
    }

    private void tell(Alert alert, Instant now) {
        boolean sleeps = alert.found().rule().urgency() == Rule.Urgency.CAN_WAIT
                && quiet.map(hours -> hours.cover(now)).orElse(false);
        if (sleeps) return;
        Channel.Telling telling = wording.telling(alert, id(alert));
        Set<String> done = toldBy.computeIfAbsent(telling.id(), _ -> new HashSet<>());
        for (Channel channel : channels) {
            if (done.contains(channel.name())) continue;
            try {
                channel.tell(telling);
                done.add(channel.name());
                troubles.remove(channel.name());
            } catch (Channel.NotTold e) {
                troubles.put(channel.name(), e.said());
            }
        }
        if (done.size() == channels.size()) book.told(alert.cause(), now);
    }

    private static String id(Alert alert) {
        return Bytes.ofUtf8(alert.cause() + " " + alert.since())
                .sha256()
                .toHex()
                .substring(0, 32);
    }
}
