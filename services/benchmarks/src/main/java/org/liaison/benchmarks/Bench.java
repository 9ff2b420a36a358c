package org.liaison.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.liaison.message.Suite;
import org.liaison.rehearsal.Cast;
import org.liaison.rehearsal.Demo;
import org.liaison.rehearsal.DemoFolder;

/// One run: lay the foundation, measure the steps on the quiet machine, start the programs, warm them up, measure each
/// path round by round, count what arrived.
final class Bench {

    private final Plan plan;
    private final DemoFolder folder;
    private final List<String> javaOptions;
    private final Consumer<String> progress;

    Bench(Plan plan, Path folder, List<String> javaOptions, Consumer<String> progress) {
        this.plan = plan;
        this.folder = new DemoFolder(folder);
        this.javaOptions = List.copyOf(javaOptions);
        this.progress = progress;
    }

    Results run() {
        long start = System.nanoTime();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        say(start, "laying the foundation: PKI, directory, rulebook");
        Demo.prepare(folder);
        Results.Circumstances circumstances = circumstances(load);
        say(start, "measuring each step alone");
        List<Step> steps;
        try (Steps bench = new Steps(folder, plan)) {
            steps = bench.measure();
        }
        say(start, "starting hub and gateways");
        try (Fleet fleet = Fleet.start(folder, javaOptions);
                EndToEnd endToEnd = new EndToEnd(fleet, plan.payload());
                HubPath hub = new HubPath(fleet, plan.payload())) {
            say(start, "warming up");
            endToEnd.trip(plan.warmUp(), false);
            hub.round(plan.warmUp());
            endToEnd.trip(plan.warmUp() / 2 + 1, true);
            List<EndToEnd.Trip> trips = new ArrayList<>();
            List<Round> hubRounds = new ArrayList<>();
            for (int round = 1; round <= plan.rounds(); round++) {
                say(start, "round " + round + " of " + plan.rounds());
                trips.add(endToEnd.trip(plan.messages(), true));
                hubRounds.add(hub.round(plan.hubMessages()));
            }
            say(start, "latency at " + plan.pace() + " messages a second");
            Round paced = endToEnd.paced(plan.pace(), plan.pacedFor());
            return new Results(
                    circumstances,
                    List.of(
                            composing(endToEnd, trips),
                            carrying(endToEnd, trips),
                            paced(endToEnd, paced),
                            hub(hubRounds)),
                    steps,
                    List.of(endToEnd.tally(), hub.tally()),
                    fleet.peakMebibytes(),
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private static Measured composing(EndToEnd path, List<EndToEnd.Trip> trips) {
        return new Measured(
                "compose",
                "from the request at the sending gateway's REST interface to its answer, the sealed message durable in"
                        + " the outbox; the hub is held still meanwhile. Time of a message: its request.",
                path.senders(),
                trips.stream().map(EndToEnd.Trip::composing).toList());
    }

    private static Measured carrying(EndToEnd path, List<EndToEnd.Trip> trips) {
        return new Measured(
                "end-to-end",
                "a full outbox is let go at once, until the recipient's signed evidence of handover is verified and"
                        + " committed at the sender. Time of a message: from that moment on, waiting in the outbox"
                        + " included.",
                path.senders(),
                trips.stream().map(EndToEnd.Trip::carrying).toList());
    }

    private Measured paced(EndToEnd path, Round round) {
        return new Measured(
                "end-to-end, paced",
                plan.pace() + " messages a second, composed and sent one by one, so that none waits for another. Time"
                        + " of a message: from the answer to its request until verified evidence is committed.",
                path.senders(),
                List.of(round));
    }

    private static Measured hub(List<Round> rounds) {
        return new Measured(
                "hub",
                "envelopes written before, " + HubSender.BATCH + " a transaction and at most " + HubSender.UNDER_WAY
                        + " of a sender under way, from the intake to the recipient's mailbox, judged and durable in"
                        + " the log. Time of a message: from its commit to its delivery.",
                HubPath.SENDERS,
                rounds);
    }

    private Results.Circumstances circumstances(double load) {
        Stationery stationery = new Stationery(
                folder, Cast.SOCIAL_OF_DESTINATION, Cast.SOCIAL_OF_ORIGIN, Payload.of("referral.json", plan.payload()));
        int sealed = stationery
                .contents(1, Clock.systemUTC().instant())
                .getFirst()
                .content()
                .size();
        return new Results.Circumstances(
                plan.payload(),
                sealed,
                Suite.HYBRID_2026.code(),
                Runtime.getRuntime().availableProcessors(),
                load,
                Runtime.version().toString(),
                conscryptIsPresent() ? "Conscrypt (native)" : "Bouncy Castle (pure Java)",
                javaOptions);
    }

    private static boolean conscryptIsPresent() {
        try {
            Class.forName("org.conscrypt.OpenSSLProvider");
            return !Boolean.getBoolean("liaison.seal.pure-java");
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private void say(long start, String what) {
        progress.accept("%4d s  %s".formatted((System.nanoTime() - start) / 1_000_000_000, what));
    }
}
