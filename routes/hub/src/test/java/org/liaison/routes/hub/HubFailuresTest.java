package org.liaison.routes.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.auditlog.book.BookInMemory;
import org.liaison.message.Entry;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.HubRoutes.Parcel;
import org.liaison.seal.KeyUnreachable;
import org.liaison.seal.Password;

/// Our own faults: append to the log × {failed and not persisted, failed but persisted} → {carried?
/// recorded? retried?}, and messages that this program cannot deal with.
class HubFailuresTest {

    private static final Mailbox OF_SHELTER = new Mailbox("mailbox.xa.social.shelter");
    private static final Mailbox OF_WELFARE = new Mailbox("mailbox.xc.social.welfare");
    private static final RuntimeException MACHINE_AWAY = unreachable();
    private static final String SECRET = "the text of a fault, which might quote content";

    @TempDir
    Path folder;

    private final Network network = Network.get();
    private final FailingBook book = new FailingBook(new BookInMemory(network.log));
    private final Letters letter = new Letters();
    private final Letters neighbour = new Letters();
    private Station station;

    @BeforeEach
    void open() {
        station = new Station(folder, book, network.seals);
        station.readSnapshots();
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void nothing_leaves_when_the_log_failed_and_did_not_persist() {
        book.before = Optional.of(MACHINE_AWAY);
        assertThatThrownBy(() -> station.post(letter.arrival())).hasStackTraceContaining("KeyUnreachable");
        assertThat(book.trace(letter.id)).isEmpty();
        book.before = Optional.empty();
        assertThat(station.post(letter.arrival())).hasSize(2);
        assertThat(book.trace(letter.id)).hasSize(1);
    }

    @Test
    void what_the_log_persisted_though_it_failed_is_answered_once_and_carried_at_the_next_try() {
        Arrival arrival = letter.arrival();
        book.after = Optional.of(MACHINE_AWAY);
        assertThatThrownBy(() -> station.post(arrival)).hasStackTraceContaining("KeyUnreachable");
        assertThat(book.trace(letter.id)).hasSize(1);
        book.after = Optional.empty();
        List<Parcel> parcels = station.post(arrival);
        assertThat(station.to(OF_SHELTER, parcels)).hasSize(1);
        assertThat(station.to(OF_WELFARE, parcels)).hasSize(1);
        assertThat(book.trace(letter.id)).hasSize(1);
    }

    @Test
    void a_message_that_this_program_cannot_deal_with_goes_to_quarantine_and_its_neighbour_runs_on() {
        book.before = Optional.of(new IllegalStateException(SECRET));
        book.only = this::isAboutTheLetter;
        Arrival arrival = letter.arrival();
        List<Parcel> parcels = station.post(arrival, neighbour.arrival());
        Parcel aside = station.to(Mailbox.QUARANTINE, parcels).getFirst();
        assertThat(aside.frame()).isEqualTo(arrival.frame());
        HubRoutes.Cause cause = aside.cause().orElseThrow();
        assertThat(cause.fault()).isEqualTo(IllegalStateException.class.getName());
        assertThat(cause.gateway()).isEqualTo(arrival.gateway());
        assertThat(cause.claimedId()).isEqualTo(arrival.claimedId());
        assertThat(cause.toString()).doesNotContain(SECRET);
        assertThat(station.to(OF_SHELTER, parcels)).hasSize(1);
        assertThat(book.trace(neighbour.id)).hasSize(1);
        assertThat(book.trace(letter.id)).isEmpty();
    }

    @Test
    void a_fault_after_the_log_persisted_does_not_record_twice() {
        book.after = Optional.of(new IllegalStateException(SECRET));
        book.only = entries -> entries.size() > 1;
        List<Parcel> parcels = station.post(letter.arrival(), neighbour.arrival());
        assertThat(station.to(OF_SHELTER, parcels)).hasSize(2);
        assertThat(station.to(Mailbox.QUARANTINE, parcels)).isEmpty();
        assertThat(book.trace(letter.id)).hasSize(1);
        assertThat(book.trace(neighbour.id)).hasSize(1);
    }

    @Test
    void a_log_that_goes_away_while_a_batch_is_taken_apart_sends_nothing_to_quarantine() {
        book.before = Optional.of(new IllegalStateException(SECRET));
        book.only = entries -> {
            if (entries.size() == 1) book.before = Optional.of(MACHINE_AWAY);
            return true;
        };
        assertThatThrownBy(() -> station.post(letter.arrival(), neighbour.arrival()))
                .hasStackTraceContaining("KeyUnreachable");
    }

    /// The only fault of a machine that can be made from here; the log's own are its room's to make.
    private static RuntimeException unreachable() {
        try {
            Password.read(Path.of("no-such-file"));
            throw new AssertionError("there is such a file");
        } catch (KeyUnreachable e) {
            return e;
        }
    }

    private boolean isAboutTheLetter(List<Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.messageId().equals(Optional.of(letter.id)));
    }
}
