package org.liaison.routes.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liaison.message.Entry;
import org.liaison.message.Reason;
import org.liaison.message.Wire.Receipt;
import org.liaison.routes.hub.HubRoutes.Mailbox;
import org.liaison.routes.hub.HubRoutes.Parcel;

class OnlookerTest {

    @TempDir
    Path folder;

    private final Letters letter = new Letters();
    private Station station;

    @BeforeEach
    void open() {
        station = Station.open(folder);
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void an_onlooker_sees_what_is_new_in_the_log_with_its_place_there_and_nothing_twice() {
        List<Parcel> parcels = station.post(letter.arrival());
        Receipt receipt = parcels.stream()
                .map(Station::wire)
                .filter(Receipt.class::isInstance)
                .map(Receipt.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(station.seen).singleElement().isInstanceOfSatisfying(Sighting.Accepted.class, seen -> {
            assertThat(seen.slip().id()).isEqualTo(letter.id);
            assertThat(seen.index()).isEqualTo(receipt.proof().index());
            assertThat(seen.at())
                    .isEqualTo(Station.entry(station.to(new Mailbox("mailbox.xc.social.welfare"), parcels)
                                    .getFirst())
                            .recordedAt());
        });
        station.post(letter.arrival());
        assertThat(station.seen).as("a repetition is nothing new").hasSize(1);
    }

    @Test
    void an_onlooker_that_fails_holds_nothing_up() {
        station.onlookerFails = true;
        assertThat(station.post(letter.arrival())).hasSize(2);
        assertThat(station.book.trace(letter.id)).hasSize(1);
    }

    @Test
    void what_is_returned_is_recorded_and_told_to_the_gateway_and_its_id_can_be_used_again() {
        HubRoutes.Arrival arrival = letter.arrival();
        List<Parcel> parcels = station.giveBack(arrival);
        assertThat(parcels)
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.to()).isEqualTo(Mailbox.of(arrival.gateway())));
        Entry entry = Station.entry(parcels.getFirst());
        assertThat(entry.event()).isEqualTo(Entry.Event.UNREADABLE_ARRIVAL);
        assertThat(entry.note()).startsWith("RETURNED_BY_HUB: ");
        assertThat(station.seen)
                .singleElement()
                .isInstanceOfSatisfying(
                        Sighting.Refused.class,
                        seen -> assertThat(seen.reason()).isEqualTo(Reason.RETURNED_BY_HUB));
        assertThat(station.post(arrival)).as("it is carried like any other").hasSize(2);
    }
}
