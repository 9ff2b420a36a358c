package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Quarantine;
import org.liaison.hub.QuarantineShelf.Lying;
import org.liaison.hub.QuarantineShelf.Outgoing;
import org.liaison.message.Bytes;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.routes.hub.HubRoutes.Parcels;

/// Releases, returns and discards what lies in quarantine. The entry in the audit log comes first; then
/// each message is moved in a transaction of its own, so that a process that dies in between leaves the
/// rest where it was.
final class QuarantineDesk implements Quarantine {

    static final Duration SECOND_WITHIN = Duration.ofHours(24);
    private static final int MOST_AT_ONCE = 200;
    private static final int NAMED_IN_LOG = 20;

    private final QuarantineShelf shelf;
    private final Proposals proposals;
    private final OperatorLog log;
    private final Function<Arrivals, Parcels> giveBack;
    private final InstantSource clock;

    /// `giveBack` is the flow's way of returning: what it answers is recorded.
    QuarantineDesk(
            QuarantineShelf shelf,
            Proposals proposals,
            OperatorLog log,
            Function<Arrivals, Parcels> giveBack,
            InstantSource clock) {
        this.shelf = shelf;
        this.proposals = proposals;
        this.log = log;
        this.giveBack = giveBack;
        this.clock = clock;
    }

    @Override
    public Reading all() {
        try {
            Map<Cause, List<Item>> groups = new LinkedHashMap<>();
            for (Lying lying : shelf.browse())
                groups.computeIfAbsent(lying.cause(), _ -> new ArrayList<>()).add(lying.item());
            return new Reading.Read(groups.entrySet().stream()
                    .map(group -> new Group(group.getKey(), group.getValue()))
                    .sorted(Comparator.comparing(Group::last).reversed())
                    .toList());
        } catch (BrokerUnfit e) {
            return new Reading.Unread("The broker does not say what lies in quarantine: " + e.getMessage() + ".");
        }
    }

    @Override
    public Preview preview(Effect effect, Set<String> ids) {
        Map<String, Integer> destinations = new TreeMap<>();
        int found = 0;
        for (Lying lying : shelf.browse()) {
            if (!ids.contains(lying.item().id())) continue;
            found++;
            destinations.merge(sentence(effect, lying.item()), 1, Integer::sum);
        }
        List<String> sentences = destinations.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .toList();
        return new Preview(effect, found, ids.size() - found, needsSecond(effect, ids), sentences);
    }

    private static String sentence(Effect effect, Item item) {
        if (effect == Effect.DISCARD) return "forgotten; the sender's gateway says so when the time is up";
        if (item.destination().isEmpty()) return "left where it is, for it is not recorded where it came from";
        return effect == Effect.RELEASE
                ? "handed in again at " + item.destination().get() + " and judged like any other"
                : "returned to " + item.gateway().orElseThrow() + " and forgotten";
    }

    private static boolean needsSecond(Effect effect, Set<String> ids) {
        return effect == Effect.DISCARD || ids.size() > 1;
    }

    @Override
    public Answer apply(Effect effect, Set<String> ids, Operator by, Grounds why) {
        if (ids.isEmpty()) return new Answer.Refused("Name a message.");
        if (ids.size() > MOST_AT_ONCE) return new Answer.Refused("At most " + MOST_AT_ONCE + " messages at once.");
        Set<String> there = new TreeSet<>();
        for (Lying lying : shelf.browse())
            if (ids.contains(lying.item().id())) there.add(lying.item().id());
        if (there.size() < ids.size())
            return new Answer.Refused(
                    (ids.size() - there.size()) + " of these messages no longer lie in quarantine. Look again.");
        if (!needsSecond(effect, ids)) {
            long index = log.write(what(effect, ids), by, why);
            return new Answer.Done(index, carryOut(effect, ids));
        }
        Instant now = clock.instant();
        Proposal proposal = new Proposal(UUID.randomUUID(), effect, ids, by, why, now, now.plus(SECOND_WITHIN));
        log.write(
                "Asked for, to be confirmed by a second person before " + proposal.until() + " (" + proposal.id()
                        + "): " + what(effect, ids),
                by,
                why);
        proposals.keep(proposal);
        return new Answer.AwaitsSecond(
                proposal.id(), proposal.until(), "A second person must confirm this before " + proposal.until() + ".");
    }

    @Override
    public List<Proposal> proposals() {
        return proposals.open(clock.instant());
    }

    @Override
    public Answer confirm(UUID id, Operator by) {
        Proposal known = known(id);
        if (known == null) return gone();
        if (known.by().name().equalsIgnoreCase(by.name()))
            return new Answer.Refused("Another person than " + known.by() + " must confirm this.");
        Proposal taken = proposals.take(id).orElse(null);
        if (taken == null) return gone();
        long index = log.write(
                "Confirmed what " + taken.by() + " asked for (" + taken.id() + "): "
                        + what(taken.effect(), taken.messages()),
                by,
                taken.why());
        return new Answer.Done(index, carryOut(taken.effect(), taken.messages()));
    }

    @Override
    public Answer decline(UUID id, Operator by, Grounds why) {
        Proposal known = known(id);
        if (known == null) return gone();
        long index = log.write(
                "Turned down what " + known.by() + " asked for (" + known.id() + "): "
                        + what(known.effect(), known.messages()),
                by,
                why);
        return proposals.take(id).isPresent() ? new Answer.Done(index, "It will not be done.") : gone();
    }

    private @org.jspecify.annotations.Nullable Proposal known(UUID id) {
        return proposals().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Answer gone() {
        return new Answer.Refused(
                "This no longer waits for anybody: it was confirmed, turned down, or its time is up.");
    }

    private static String what(Effect effect, Set<String> ids) {
        String verb = switch (effect) {
            case RELEASE -> "Release";
            case RETURN -> "Return";
            case DISCARD -> "Discard";
        };
        String named =
                String.join(", ", ids.stream().sorted().limit(NAMED_IN_LOG).toList());
        return verb + " " + ids.size() + " from quarantine: " + named + (ids.size() > NAMED_IN_LOG ? " and more" : "");
    }

    private String carryOut(Effect effect, Set<String> ids) {
        int done = 0;
        for (String id : ids.stream().sorted().toList())
            if (shelf.replace(id, message -> instead(effect, message))) done++;
        String verb = switch (effect) {
            case RELEASE -> "handed in again";
            case RETURN -> "returned";
            case DISCARD -> "discarded";
        };
        return done + " of " + ids.size() + " messages were " + verb + ".";
    }

    /// A message of which it is not recorded where it came from goes back where it lay.
    private List<Outgoing> instead(Effect effect, ClientMessage message) {
        if (effect == Effect.DISCARD) return List.of();
        var gateway = SetAside.gateway(message)
                .orElseThrow(() -> new BrokerUnfit("it is not recorded where a message in quarantine came from"));
        var claimed = SetAside.text(message, SetAside.CLAIMED);
        Bytes frame = QuarantineShelf.body(message);
        if (effect == Effect.RELEASE)
            return List.of(new Outgoing(QuarantineShelf.intake(gateway, frame), frame, claimed));
        return giveBack
                .apply(new Arrivals(List.of(new Arrival(gateway, claimed, frame.size(), Bytes.of()))))
                .each()
                .stream()
                .map(parcel -> new Outgoing(parcel.to().address(), parcel.frame(), java.util.Optional.empty()))
                .toList();
    }
}
