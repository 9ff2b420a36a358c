package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liaison.message.Frames;
import org.liaison.message.Reading;
import org.liaison.message.Wire;

/// A batch from the mailboxes, read and sorted: messages for us, answers to ours, and the rest.
record Sorted(List<Delivered> deliveries, List<Returned> receipts, List<Misplaced> misplaced, Instant now) {

    record Delivered(Arrival arrival, Wire.Delivery delivery) {}

    record Returned(Arrival arrival, Wire.Receipt receipt) {}

    record Misplaced(Arrival arrival, String cause) {}

    Sorted {
        deliveries = List.copyOf(deliveries);
        receipts = List.copyOf(receipts);
        misplaced = List.copyOf(misplaced);
    }

    static Sorted read(Batch batch, Instant now) {
        List<Delivered> deliveries = new ArrayList<>();
        List<Returned> receipts = new ArrayList<>();
        List<Misplaced> misplaced = new ArrayList<>();
        for (Arrival arrival : batch.arrivals()) {
            switch (Frames.read(arrival.frame())) {
                case Reading.Garbled<Wire>(String problem) -> misplaced.add(new Misplaced(arrival, problem));
                case Reading.Clear<Wire>(Wire.Delivery delivery)
                when arrival.authority().isPresent() -> deliveries.add(new Delivered(arrival, delivery));
                case Reading.Clear<Wire>(Wire.Receipt receipt) -> receipts.add(new Returned(arrival, receipt));
                case Reading.Clear<Wire> _ ->
                    misplaced.add(new Misplaced(arrival, "a frame that does not belong into this mailbox"));
            }
        }
        return new Sorted(deliveries, receipts, misplaced, now);
    }
}
