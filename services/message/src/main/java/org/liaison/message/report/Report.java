package org.liaison.message.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.Priority;
import org.liaison.message.StrictJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How a gateway is, in its own words, on a schedule.
///
/// `clock` is what its clock said. `outbox` has a line for each lane, and none while its database
/// is away. `mailboxes` are those it fetches from. `checkpoint` is there for a gateway that
/// witnesses the log: a cosigned note. `changedLog` is there for one that saw a changed log.
public record Report(
        GatewayCode gateway,
        Program program,
        Instant clock,
        List<RouteState> routes,
        List<LaneState> outbox,
        List<String> mailboxes,
        Machine machine,
        InForce inForce,
        Optional<String> checkpoint,
        Optional<ChangedLog> changedLog)
        implements SignOfLife {

    static final String KIND = "REPORT";

    public static final int MOST_ROUTES = 64;
    public static final int MOST_MAILBOXES = 256;
    public static final int LONGEST_CHECKPOINT = 16 * 1024;

    private static final Pattern MAILBOX = Pattern.compile("mailbox\\.[a-z0-9.-]{1,100}");

    public Report {
        Bounds.time("clock", clock);
        routes = List.copyOf(routes);
        outbox = List.copyOf(outbox);
        mailboxes = List.copyOf(mailboxes);
        Bounds.most("routes", routes.size(), MOST_ROUTES);
        Bounds.most("mailboxes", mailboxes.size(), MOST_MAILBOXES);
        mailboxes.forEach(mailbox -> Bounds.shaped("a mailbox", mailbox, MAILBOX));
        if (outbox.stream().map(LaneState::lane).distinct().count() < outbox.size())
            throw new IllegalArgumentException("a report has each lane once");
        if (checkpoint
                .map(note -> note.isBlank() || note.length() > LONGEST_CHECKPOINT)
                .orElse(false))
            throw new IllegalArgumentException("a checkpoint has 1 to " + LONGEST_CHECKPOINT + " characters");
        int notes = checkpoint.map(String::length).orElse(0)
                + changedLog.map(ChangedLog::length).orElse(0);
        if (notes > LONGEST_CHECKPOINT)
            throw new IllegalArgumentException(
                    "the notes of a report have no more than " + LONGEST_CHECKPOINT + " characters together");
    }

    /// Which program runs there, and since when.
    public record Program(String version, Instant startedAt) {
        public Program {
            Bounds.program(version);
            Bounds.time("startedAt", startedAt);
        }
    }

    /// The state of what it stands on. `certificateUntil`: when its certificate for the hub's
    /// door ends.
    public record Machine(Database database, Disk disk, Instant certificateUntil) {
        public Machine {
            Bounds.time("certificateUntil", certificateUntil);
        }
    }

    public enum Database {
        OK,
        AWAY
    }

    public enum Disk {
        OK,
        LOW
    }

    /// The numbers of the directory and the rulebook that it goes by.
    public record InForce(long directory, long rulebook) {
        public InForce {
            Bounds.count("a directory's number", directory);
            Bounds.count("a rulebook's number", rulebook);
        }
    }

    @Override
    public Bytes toJson() {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.put("kind", KIND);
        json.put("gateway", gateway.toString());
        json.put("program", program.version());
        json.put("startedAt", program.startedAt().toString());
        json.put("clock", clock.toString());
        ArrayNode all = json.putArray("routes");
        routes.forEach(route -> route.write(all.addObject()));
        ArrayNode lanes = json.putArray("outbox");
        outbox.forEach(lane -> lane.write(lanes.addObject()));
        ArrayNode fetched = json.putArray("mailboxes");
        mailboxes.forEach(fetched::add);
        json.put("database", machine.database().name());
        json.put("disk", machine.disk().name());
        json.put("certificateUntil", machine.certificateUntil().toString());
        json.put("directory", inForce.directory());
        json.put("rulebook", inForce.rulebook());
        checkpoint.ifPresent(note -> json.put("checkpoint", note));
        changedLog.ifPresent(changed -> changed.write(json.putObject("changedLog")));
        return StrictJson.write(json);
    }

    static Report of(StrictJson json) {
        return new Report(
                json.as("gateway", GatewayCode::new),
                new Program(json.text("program"), json.as("startedAt", StrictJson::instant)),
                json.as("clock", StrictJson::instant),
                json.objects("routes").stream().map(RouteState::of).toList(),
                json.objects("outbox").stream().map(LaneState::of).toList(),
                json.texts("mailboxes"),
                new Machine(
                        json.as("database", Database::valueOf),
                        json.as("disk", Disk::valueOf),
                        json.as("certificateUntil", StrictJson::instant)),
                new InForce(json.number("directory"), json.number("rulebook")),
                json.optionalText("checkpoint"),
                json.has("changedLog") ? Optional.of(ChangedLog.of(json.object("changedLog"))) : Optional.empty());
    }

    /// One lane of the outbox: how many messages it holds whose recipients have not all answered,
    /// and for how long the oldest of those waits that the hub itself has not answered.
    public record LaneState(Priority lane, long depth, Optional<Long> oldestSeconds) {
        public LaneState {
            Bounds.count("depth", depth);
            oldestSeconds.ifPresent(age -> Bounds.count("oldestSeconds", age));
        }

        private void write(ObjectNode json) {
            json.put("lane", lane.name());
            json.put("depth", depth);
            oldestSeconds.ifPresent(age -> json.put("oldestSeconds", age));
        }

        private static LaneState of(StrictJson json) {
            LaneState lane = new LaneState(
                    json.as("lane", Priority::valueOf), json.number("depth"), json.optionalNumber("oldestSeconds"));
            json.nothingElse();
            return lane;
        }
    }
}
