package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.liaison.console.port.Mailboxes;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.message.GatewayCode;
import org.liaison.message.Priority;
import tools.jackson.databind.JsonNode;

/// Asks for all queues in one question, and for age and paging of those that hold something. An answer
/// serves everybody for some seconds.
final class BrokerMailboxes implements Mailboxes {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST = 5_000;
    private static final String EVERY = "{\"field\":\"\",\"operation\":\"\",\"value\":\"\"}";

    private final BrokerOffice office;
    private final Supplier<Optional<Directory>> directory;
    private final InstantSource clock;
    private Reading last = new Reading.Unread("Nobody has asked the broker yet.");
    private Instant asked = Instant.EPOCH;

    BrokerMailboxes(BrokerOffice office, Supplier<Optional<Directory>> directory, InstantSource clock) {
        this.office = office;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public synchronized Reading all() {
        Instant now = clock.instant();
        if (asked.plus(FRESH).isAfter(now)) return last;
        last = read(now);
        asked = now;
        return last;
    }

    private Reading read(Instant now) {
        try {
            Map<String, Box> boxes = office.run(false, session -> {
                try (BrokerOffice.Questions questions = new BrokerOffice.Questions(session)) {
                    return read(questions);
                }
            });
            return new Reading.Read(now, List.copyOf(boxes.values()));
        } catch (BrokerUnfit e) {
            return new Reading.Unread("The broker does not say what waits: " + e.getMessage() + ".");
        }
    }

    private Map<String, Box> read(BrokerOffice.Questions questions) throws Exception {
        Map<String, Box> known = known();
        Map<String, Box> read = new TreeMap<>();
        for (JsonNode queue : questions
                .json(ResourceNames.BROKER, "listQueues", EVERY, 1, MOST)
                .path("data")) {
            String name = queue.path("name").asString("");
            Box expected = known.get(name);
            if (expected == null) continue;
            long depth = queue.path("messageCount").asLong(0);
            boolean fetched = queue.path("consumerCount").asLong(0) > 0;
            read.put(
                    name,
                    depth == 0
                            ? with(expected, 0, Optional.empty(), fetched, Optional.of(false))
                            : full(questions, expected, depth, fetched));
        }
        return read;
    }

    private static Box full(BrokerOffice.Questions questions, Box expected, long depth, boolean fetched)
            throws Exception {
        String first = questions.attribute(ResourceNames.QUEUE + expected.name(), "firstMessageTimestamp");
        String paging = questions.attribute(ResourceNames.ADDRESS + expected.name(), "paging");
        Optional<Instant> oldest = first.matches("[0-9]{1,15}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(first)))
                : Optional.empty();
        return with(expected, depth, oldest, fetched, Optional.of(Boolean.parseBoolean(paging)));
    }

    private static Box with(
            Box expected, long depth, Optional<Instant> oldest, boolean fetched, Optional<Boolean> paging) {
        return new Box(expected.name(), expected.kind(), expected.gateway(), depth, oldest, fetched, paging);
    }

    /// Every queue that there should be, and whose it is.
    private Map<String, Box> known() {
        Map<String, Box> known = new HashMap<>();
        for (String aside : List.of(Addresses.DEAD, Addresses.EXPIRED, "quarantine"))
            put(known, aside, Kind.ASIDE, Optional.empty());
        directory.get().ifPresent(now -> {
            for (GatewayCode gateway : now.gateways()) {
                for (Priority lane : Priority.values())
                    put(known, Addresses.intake(gateway, lane), Kind.INTAKE, Optional.of(gateway));
                put(known, Addresses.mailbox(gateway), Kind.MAILBOX, Optional.of(gateway));
            }
            for (Authority authority : now.authorities())
                put(known, Addresses.mailbox(authority.code()), Kind.MAILBOX, Optional.of(authority.gateway()));
        });
        return known;
    }

    private static void put(Map<String, Box> known, String name, Kind kind, Optional<GatewayCode> gateway) {
        known.put(
                name,
                new Box(name, kind, gateway.map(GatewayCode::value), 0, Optional.empty(), false, Optional.empty()));
    }
}
