package org.liaison.routes.hub;

import static org.liaison.routes.hub.Network.LIMITS;
import static org.liaison.routes.hub.Network.NOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.directory.Directory;
import org.liaison.directory.Snapshot;
import org.liaison.message.Entry;
import org.liaison.message.Frames;
import org.liaison.message.Reading;
import org.liaison.message.Reading.Clear;
import org.liaison.message.Reading.Garbled;
import org.liaison.message.Wire;
import org.liaison.message.Wire.Receipt;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.HubRoutes.Parcel;
import org.liaison.routes.hub.HubRoutes.Parcels;
import org.liaison.seal.SealExaminer;

/// The real routes with their real steps, between a lane that is a list and a book in memory.
final class Station implements AutoCloseable {

    final Network network = Network.get();
    final Book book;
    final List<Sighting> seen = new ArrayList<>();
    boolean onlookerFails;
    final List<Directory> furnished = new ArrayList<>();
    final Path folder;
    Instant now = NOW;
    private final Rounds rounds = new Rounds();
    private final CamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;

    Station(Path folder) {
        this(folder, new BookInMemory(Network.get().log), Network.get().seals);
    }

    Station(Path folder, Book book, SealExaminer seals) {
        this(folder, book, seals, Duration.ofDays(1));
    }

    /// `reload`: how often the routes look at snapshots and log by themselves.
    Station(Path folder, Book book, SealExaminer seals, Duration reload) {
        this.folder = folder;
        this.book = book;
        if (!Files.exists(folder.resolve("directory.p7m"))) {
            publish(network.directory, "directory.p7m");
            publish(network.rulebook, "rulebook.p7m");
        }
        HubRoutes flow = new HubRoutes(
                book,
                network.hub,
                seals,
                new LogExaminer(network.logKeys),
                new HubRoutes.Settings(
                        LIMITS,
                        new HubRoutes.SnapshotFiles(
                                folder.resolve("directory.p7m"),
                                folder.resolve("rulebook.p7m"),
                                folder.resolve("snapshots")),
                        folder.resolve("checkpoint"),
                        reload),
                () -> now,
                sightings -> {
                    if (onlookerFails) throw new IllegalStateException("an onlooker that fails");
                    seen.addAll(sightings);
                });
        try {
            flow.addTo(camel, furnished::add);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        camel.getManagementStrategy().addEventNotifier(rounds);
        camel.start();
        template = camel.createProducerTemplate();
    }

    /// Returns when the routes have looked at the snapshots, or left it, this often more by themselves.
    void awaitRounds(int more) throws InterruptedException {
        rounds.await(more);
    }

    static Station open(Path folder) {
        Station station = new Station(folder);
        station.readSnapshots();
        return station;
    }

    void readSnapshots() {
        template.requestBody(HubRoutes.SNAPSHOTS, "");
    }

    List<Parcel> giveBack(Arrival... arrivals) {
        return template.requestBody(HubRoutes.RETURN, new Arrivals(List.of(arrivals)), Parcels.class)
                .each();
    }

    void lookAtLog() {
        template.requestBody(HubRoutes.CHECKPOINT, "");
    }

    void publish(Snapshot snapshot, String file) {
        try {
            Files.write(folder.resolve(file), network.signed(snapshot).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Parcel> post(Arrival... arrivals) {
        return template.requestBody(HubRoutes.POST, new Arrivals(List.of(arrivals)), Parcels.class)
                .each();
    }

    static Wire wire(Parcel parcel) {
        return clear(Frames.read(parcel.frame()));
    }

    /// The entry that the receipt in this parcel opens.
    static Entry entry(Parcel parcel) {
        return clear(Entry.read(((Receipt) wire(parcel)).entry()));
    }

    static <T> T clear(Reading<T> reading) {
        return switch (reading) {
            case Clear<T>(T value) -> value;
            case Garbled<T>(String problem) -> throw new AssertionError(problem);
        };
    }

    List<Parcel> to(Mailbox mailbox, List<Parcel> parcels) {
        return parcels.stream().filter(parcel -> parcel.to().equals(mailbox)).toList();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
