package org.liaison.routes.hub;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.liaison.auditlog.book.Book;
import org.liaison.auditlog.check.LogExaminer;
import org.liaison.directory.Authority;
import org.liaison.directory.Directory;
import org.liaison.directory.Rulebook;
import org.liaison.message.Bytes;
import org.liaison.message.GatewayCode;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;
import org.liaison.seal.SealExaminer;
import org.liaison.seal.Signer;
import org.liaison.tracing.Follower;

/// The door of the flow: a batch of [Arrival]s goes in at [#POST], the [Parcel]s to send come out.
///
/// When parcels come out, everything they say is durable in the audit log. The caller sends them and
/// acknowledges the arrivals in one transaction; if that fails it hands the same arrivals in again, and
/// they get the same answers. An exception means that a machine of ours failed: nothing was answered, hand
/// everything in again later.
public final class HubRoutes {

    /// Takes [Arrivals], gives [Parcels].
    public static final String POST = "direct:hub-intake";

    /// Puts the directory and the rulebook in force that lie in their files; gives nothing.
    /// The first time, before any post, it must succeed: without a directory nobody is known.
    public static final String SNAPSHOTS = "direct:hub-directory";

    /// Compares the head of the log with the head that was seen last; gives nothing. Fails if the log went back
    /// or was rewritten: then nothing may be recorded any more.
    public static final String CHECKPOINT = "direct:hub-checkpoint";

    /// Takes [Arrivals] that an operator gives up on, gives [Parcels] that tell the gateways that brought them.
    public static final String RETURN = "direct:hub-return";

    private final Book book;
    private final Signer signer;
    private final SealExaminer seals;
    private final LogExaminer log;
    private final Settings settings;
    private final InstantSource clock;
    private final Shelf shelf;
    private final Sighting.Onlooker onlooker;

    public HubRoutes(
            Book book, Signer signer, SealExaminer seals, LogExaminer log, Settings settings, InstantSource clock) {
        this(book, signer, seals, log, settings, clock, Sighting.Onlooker.NOBODY);
    }

    /// `onlooker` is shown whatever was recorded, after it was.
    public HubRoutes(
            Book book,
            Signer signer,
            SealExaminer seals,
            LogExaminer log,
            Settings settings,
            InstantSource clock,
            Sighting.Onlooker onlooker) {
        this.book = book;
        this.signer = signer;
        this.seals = seals;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.onlooker = onlooker;
        this.shelf = new Shelf(settings.snapshots(), seals, book);
    }

    /// Adds every route to `camel`. `furnish` is told of each directory just before it is in force, so that
    /// every mailbox exists before anything can be addressed to it.
    public void addTo(CamelContext camel, Consumer<Directory> furnish) throws Exception {
        // A batch that failed is taken apart as it came in, however far it had come.
        camel.setAllowUseOriginalMessage(true);
        Limits limits = settings.limits();
        History history = new History(book);
        Intake intake = new Intake(new Identity(seals, limits), new Judge(limits), shelf, history);
        Testimony testimony = new Testimony(new Hearing(seals, limits), shelf, history);
        Clerk clerk = new Clerk(book, new Minutes(new Notary(signer)));
        Crier crier = new Crier(onlooker);
        Postman postman = new Postman(shelf);
        camel.addRoutes(new HubFailures());
        camel.addRoutes(new OneByOneRoute());
        camel.addRoutes(new IntakeRoute(new Sorter(limits), intake, testimony, clerk, crier, postman, clock));
        camel.addRoutes(new ReturnRoute(clerk, crier, postman, clock));
        camel.addRoutes(new DirectoryRoute(shelf, furnish, settings.reload(), clock));
        camel.addRoutes(new CheckpointRoute(new Lookout(book, log, settings.lastCheckpoint()), settings.reload()));
    }

    /// Tells `follower` when messages passed the steps of the intake; before [#addTo].
    public static void follow(CamelContext camel, Follower follower) {
        if (!follower.equals(Follower.NOBODY))
            camel.getCamelContextExtension().addInterceptStrategy(new Timekeeper(follower));
    }

    /// The directory and the rulebook by which post is judged; empty until [#SNAPSHOTS] has succeeded once.
    public Optional<Directory> directory() {
        return shelf.current().map(InForce::directory);
    }

    /// As [#directory].
    public Optional<Rulebook> rulebook() {
        return shelf.current().map(InForce::rulebook);
    }

    /// One message as it lay in the intake of `gateway`. `claimedId` is the id that the gateway gave to the
    /// broker: its own word, good only for telling it which of its messages was refused. `size` is the size
    /// that arrived; `frame` is empty when that is more than the hub reads.
    public record Arrival(GatewayCode gateway, Optional<String> claimedId, long size, Bytes frame) {}

    public record Arrivals(List<Arrival> each) {
        public Arrivals {
            each = List.copyOf(each);
        }

        boolean areSeveral() {
            return each.size() > 1;
        }

        List<Arrivals> alone() {
            return each.stream().map(arrival -> new Arrivals(List.of(arrival))).toList();
        }
    }

    /// Something to send. `once` is the broker's duplicate id: two parcels to one mailbox with the same one
    /// are the same parcel. `again` says that it may have been sent before, so a duplicate is to be
    /// dropped, not an error. `about` is the message that it is or answers, where its sender was
    /// proven. `cause` is for a parcel to quarantine.
    public record Parcel(
            Mailbox to,
            Bytes frame,
            Priority priority,
            Optional<String> once,
            boolean again,
            Optional<MessageId> about,
            Optional<Cause> cause) {}

    /// Why something lies in quarantine: the class of the fault and where it happened, nothing of the
    /// content; and in which gateway's intake it lay, which is the only place to which it may be handed in
    /// again.
    public record Cause(String fault, String place, GatewayCode gateway, Optional<String> claimedId) {}

    public record Parcels(List<Parcel> each) {
        public Parcels {
            each = List.copyOf(each);
        }
    }

    /// An address at the broker. It is made from the directory's or the configuration's names, never from
    /// what a message says.
    public record Mailbox(String address) {

        public static final Mailbox QUARANTINE = new Mailbox("quarantine");

        public static Mailbox of(Authority authority) {
            return new Mailbox("mailbox." + authority.code());
        }

        public static Mailbox of(GatewayCode gateway) {
            return new Mailbox("mailbox.gateway." + gateway);
        }
    }

    /// `lastCheckpoint`: the file in which the head of the log that was seen last is kept, outside the
    /// database. `reload`: how often snapshots and the log are looked at.
    public record Settings(Limits limits, SnapshotFiles snapshots, Path lastCheckpoint, Duration reload) {}

    /// `envelopeBytes`: what the hub carries at most. `clockSkew`: how far a sender's clock may run ahead.
    /// `snapshotGrace`: how long past its expiry a directory or rulebook may still be used.
    public record Limits(long envelopeBytes, Duration clockSkew, Duration snapshotGrace) {
        public Limits {
            if (envelopeBytes < 1024)
                throw new IllegalArgumentException("a hub carries envelopes of at least 1024 bytes");
            if (clockSkew.isNegative()) throw new IllegalArgumentException("clock skew cannot be negative");
            if (snapshotGrace.isNegative()) throw new IllegalArgumentException("snapshot grace cannot be negative");
        }
    }

    /// Signed directory and rulebook, and `marks`: the file in which the hub remembers which ones it took last.
    public record SnapshotFiles(Path directory, Path rulebook, Path marks) {}
}
