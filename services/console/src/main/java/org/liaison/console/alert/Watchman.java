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
import org.liaison.message.Bytes;

/// Goes round when it is told to, once a minute as a rule: looks, writes down, tells. One thread only.
///
/// What was found is in the book before anybody is told of it. A cause is told once, by every channel, until it has
/// cleared; a channel that fails is tried again at the next round, and one that took the alert over is not. A process
/// that dies between telling and writing that down tells again, under the same id.
public final class Watchman {

    /// What comes and goes within this is not worth a call, where nothing else is set.
    public static final Duration SETTLES = Duration.ofMinutes(2);
    /// What was not seen for so long has cleared.
    public static final Duration CALM = Duration.ofMinutes(5);

    private final Rules rules;
    private final AlertBook book;
    private final List<Channel> channels;
    private final Optional<QuietHours> quiet;
    private final Wording wording;
    private final Duration settles;
    private Instant lastRound = Instant.EPOCH;
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private final Map<String, Set<String>> toldBy = new HashMap<>();
    private final Map<String, String> troubles = new TreeMap<>();

    /// `wording`: in which language people are told. `settles`: what comes and goes within this is no alert.
    public Watchman(
            Rules rules,
            AlertBook book,
            List<Channel> channels,
            Optional<QuietHours> quiet,
            Wording wording,
            Duration settles) {
        this.rules = rules;
        this.book = book;
        this.channels = List.copyOf(channels);
        this.quiet = quiet;
        this.wording = wording;
        this.settles = settles;
    }

    public synchronized void round(Survey seen) {
        Instant now = seen.now();
        lastRound = now.truncatedTo(ChronoUnit.MILLIS);
        List<Found> found = rules.judge(seen);
        Set<String> known = new HashSet<>();
        for (Alert alert : book.open()) known.add(alert.cause());
        Set<String> causes = new HashSet<>();
        for (Found one : found) {
            causes.add(one.cause());
            Instant since = firstSeen.computeIfAbsent(one.cause(), _ -> now);
            boolean settled = !since.plus(settles).isAfter(now);
            if (settled || known.contains(one.cause())) book.seen(one, now);
        }
        firstSeen.keySet().retainAll(causes);
        for (Alert alert : book.open())
            if (!causes.contains(alert.cause()) && !alert.lastSeen().plus(CALM).isAfter(now)) {
                book.clear(alert.cause(), now);
                toldBy.remove(alert.cause());
            }
        book.open().stream().filter(alert -> alert.told().isEmpty()).forEach(alert -> tell(alert, now));
    }

    /// Whether it was still so at the last round. What is no longer so stays open until it has cleared.
    public synchronized boolean holds(Alert alert) {
        return !alert.lastSeen().isBefore(lastRound);
    }

    /// Tells every channel that this is a test, and what became of it.
    public synchronized List<String> test(Instant now) {
        List<String> outcomes = new ArrayList<>();
        for (Channel channel : channels) {
            try {
                channel.tell(wording.test("test-" + now.toEpochMilli()));
                outcomes.add(channel.name() + ": taken over");
            } catch (Channel.NotTold e) {
                outcomes.add(channel.name() + ": " + e.getMessage());
            }
        }
        return outcomes;
    }

    /// Why a channel could not tell, by its name; empty when all could.
    public synchronized Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }

    public boolean hasChannels() {
        return !channels.isEmpty();
    }

    private void tell(Alert alert, Instant now) {
        if (channels.isEmpty()) return;
        boolean sleeps = alert.found().rule().urgency() == Rule.Urgency.CAN_WAIT
                && quiet.map(hours -> hours.cover(now)).orElse(false);
        if (sleeps) return;
        Set<String> done = toldBy.computeIfAbsent(alert.cause(), _ -> new HashSet<>());
        for (Channel channel : channels) {
            if (done.contains(channel.name())) continue;
            try {
                channel.tell(telling(alert));
                done.add(channel.name());
                troubles.remove(channel.name());
            } catch (Channel.NotTold e) {
                troubles.put(channel.name(), String.valueOf(e.getMessage()));
            }
        }
        if (done.size() == channels.size()) {
            book.told(alert.cause(), now);
            toldBy.remove(alert.cause());
        }
    }

    private Channel.Telling telling(Alert alert) {
        String id = Bytes.ofUtf8(alert.cause() + " " + alert.since())
                .sha256()
                .toHex()
                .substring(0, 32);
        return wording.telling(alert, id);
    }
}
