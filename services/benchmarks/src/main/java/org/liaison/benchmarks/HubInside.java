package org.liaison.benchmarks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.book.LogSigner;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.message.Bytes;
import org.liaison.message.Frames;
import org.liaison.message.GatewayCode;
import org.liaison.message.Reading;
import org.liaison.message.Wire;
import org.liaison.rehearsal.DemoFolder;
import org.liaison.routes.hub.HubRoutes;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.routes.hub.HubRoutes.Parcels;
import org.liaison.seal.KeyFile;
import org.liaison.seal.Password;
import org.liaison.seal.SealExaminer;

/// The hub's real flow without broker and database: what is left is its own work.
final class HubInside implements AutoCloseable {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final HubRoutes routes;
    private final ProducerTemplate template;

    HubInside(DemoFolder folder, LogSigner signer, SealExaminer seals, LogExaminer log) {
        Path keys = folder.hub().resolve("keys");
        this.routes = new HubRoutes(
                new BookInMemory(signer),
                KeyFile.open(keys.resolve("evidence.p12"), Password.read(keys.resolve("evidence.password")))
                        .signer(),
                seals,
                log,
                new HubRoutes.Settings(
                        new HubRoutes.Limits(1 << 26, Duration.ofMinutes(5), Duration.ofDays(1)),
                        new HubRoutes.SnapshotFiles(
                                folder.directory(),
                                folder.rulebook(),
                                folder.root().resolve("bench-marks")),
                        folder.root().resolve("bench-checkpoint"),
                        Duration.ofHours(1)),
                Clock.systemUTC());
        try {
            routes.addTo(camel, _ -> {});
            camel.start();
        } catch (Exception e) {
            throw new BenchFailed("the hub's flow does not start", e);
        }
        this.template = camel.createProducerTemplate();
        template.requestBody(HubRoutes.SNAPSHOTS, "");
    }

    org.liaison.directory.Directory directory() {
        return routes.directory().orElseThrow();
    }

    static Arrivals arrivals(GatewayCode gateway, List<? extends Wire> wires) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Wire wire : wires) {
            Bytes frame = Frames.write(wire);
            arrivals.add(new Arrival(gateway, Optional.empty(), frame.size(), frame));
        }
        return new Arrivals(arrivals);
    }

    Parcels handle(Arrivals arrivals) {
        return Objects.requireNonNull(template.requestBody(HubRoutes.POST, arrivals, Parcels.class));
    }

    /// What it sends in answer to a batch of envelopes, as the recipients get it.
    static List<Wire.Delivery> deliveries(Parcels parcels) {
        List<Wire.Delivery> deliveries = new ArrayList<>();
        for (HubRoutes.Parcel parcel : parcels.each())
            if (Frames.read(parcel.frame()) instanceof Reading.Clear<Wire>(Wire.Delivery delivery))
                deliveries.add(delivery);
        return deliveries;
    }

    static List<Wire.Receipt> receipts(Parcels parcels) {
        List<Wire.Receipt> receipts = new ArrayList<>();
        for (HubRoutes.Parcel parcel : parcels.each())
            if (Frames.read(parcel.frame()) instanceof Reading.Clear<Wire>(Wire.Receipt receipt)) receipts.add(receipt);
        return receipts;
    }

    @Override
    public void close() {
        camel.stop();
    }
}
