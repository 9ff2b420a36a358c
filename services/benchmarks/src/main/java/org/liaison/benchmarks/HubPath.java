package org.liaison.benchmarks;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.auditlog.check.LogKeys;
import org.liaison.auditlog.check.Proof;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reading;
import org.liaison.message.Wire;
import org.liaison.seal.Sealer;

/// From the hub's intake to the recipient's mailbox, with the entry durable in the log. A load driver plays the third
/// gateway: it sends valid envelopes that were written before, several sessions at a time, and empties the mailboxes.
final class HubPath implements AutoCloseable {

    static final GatewayCode DRIVER = new GatewayCode("gateway-xb");
    static final int SENDERS = 4;

    private static final AuthorityCode FROM = AuthorityCode.parse("xb.social.welfare");
    private static final AuthorityCode TO = AuthorityCode.parse("xb.prosecutor.general");
    private static final int CONTENTS = 16;

    private final Fleet fleet;
    private final Stationery stationery;
    private final List<Sealer.Sealed> contents;
    private final LogExaminer log;
    private final ServerLocator locator;
    private final ClientSessionFactory factory;
    private final HubMailboxes mailboxes;
    private int sent;
    private int arrived;
    private int twice;
    private int verified;
    private int unproven;

    HubPath(Fleet fleet, int payload) {
        this.fleet = fleet;
        this.stationery = new Stationery(fleet.folder(), FROM, TO, Payload.of("referral.json", payload));
        this.contents = stationery.contents(CONTENTS, Clock.systemUTC().instant());
        this.locator = DriverLink.open(fleet.folder(), DRIVER, fleet.brokerPort());
        try {
            this.log = new LogExaminer(
                    LogKeys.parse(Files.readString(fleet.folder().trust().resolve("log.vkey"))));
            this.factory = locator.createSessionFactory();
            this.mailboxes = HubMailboxes.open(factory, TO, FROM);
        } catch (Exception e) {
            throw new BenchFailed("the load driver cannot connect to the hub", e);
        }
    }

    Round round(int messages) {
        List<Stationery.Written> written =
                stationery.forTheHub(messages, contents, Clock.systemUTC().instant());
        mailboxes.expect(messages);
        Map<String, CpuTime> before = fleet.cpu();
        long start = System.nanoTime();
        sendAll(written);
        mailboxes.awaitAll();
        double seconds = (mailboxes.lastDelivery() - start) / 1e9;
        Map<String, CpuTime> used = fleet.cpuSince(before);
        Latencies latencies = new Latencies();
        mailboxes.latencies().forEach(nanos -> latencies.record(nanos, 1));
        examine(messages);
        if (latencies.count() == 0) throw new BenchFailed("the hub carried nothing");
        return Round.of(seconds, latencies, used);
    }

    private void sendAll(List<Stationery.Written> written) {
        int share = (written.size() + SENDERS - 1) / SENDERS;
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> work = new ArrayList<>();
            for (int from = 0; from < written.size(); from += share) {
                HubSender sender =
                        new HubSender(written.subList(from, Math.min(written.size(), from + share)), DRIVER, mailboxes);
                work.add(senders.submit(() -> sender.sendOver(factory)));
            }
            for (Future<?> one : work) one.get();
        } catch (ExecutionException e) {
            throw new BenchFailed("the load driver could not send", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }

    /// After the clock has stopped: is there a proof in every frame that came, for every message once?
    private void examine(int messages) {
        sent += messages;
        arrived += mailboxes.delivered().size();
        twice += mailboxes.twice();
        for (byte[] frame : mailboxes.frames())
            if (isProven(Frames.read(Bytes.owned(frame)))) verified++;
            else unproven++;
    }

    private boolean isProven(Reading<Wire> frame) {
        Wire.Receipt receipt = switch (frame) {
            case Reading.Clear<Wire>(Wire.Delivery delivery) -> delivery.receipt();
            case Reading.Clear<Wire>(Wire.Receipt answer) -> answer;
            case Reading.Clear<Wire> _, Reading.Garbled<Wire> _ ->
                throw new BenchFailed("the hub sent what it may not");
        };
        return log.examine(receipt) instanceof Proof.Recorded(var entry, var _, var _, var _)
                && entry.event() == org.liaison.message.Entry.Event.SUBMISSION_ACCEPTANCE;
    }

    Tally tally() {
        return new Tally("hub", sent, arrived, twice, verified, unproven);
    }

    static UUID idIn(String duplicateId) {
        return UUID.fromString(duplicateId.substring(0, 36));
    }

    @Override
    public void close() {
        try {
            mailboxes.close();
        } catch (ActiveMQException e) {
            // The hub ends as well; there is nothing left to hand back.
        }
        factory.close();
        locator.close();
    }
}
