package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.liaison.console.port.Answer;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Said;
import org.liaison.console.port.Said.What;
import org.liaison.hub.QuarantineShelf.Lying;
import org.liaison.hub.QuarantineShelf.Outgoing;
import org.liaison.message.Bytes;
import org.liaison.routes.hub.HubRoutes.Arrival;
import org.liaison.routes.hub.HubRoutes.Arrivals;
import org.liaison.routes.hub.HubRoutes.Parcels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Releases, returns and discards what lies in quarantine. The entry in the audit log comes first; then
/// each message is moved in a transaction of its own, so that a process that dies in between leaves the
/// rest where it was.
final class QuarantineDesk implements Quarantine {

    static final Duration SECOND_WITHIN = Duration.ofHours(24);
    private static final int MOST_AT_ONCE = 200;
    private static final int NAMED_IN_LOG = 20;
    /// Failures in a row, each of which may take seconds.
    private static final int ENOUGH = 3;

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineDesk.class);

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
        List<Lying> all;
        try {
            all = shelf.browse();
        } catch (BrokerUnfit _) {
            return new Preview(effect, 0, 0, needsSecond(effect, ids), List.of(Said.of(What.QUARANTINE_UNREAD)));
        }
        Map<Fate, Integer> fates = new LinkedHashMap<>();
        int found = 0;
        for (Lying lying : all) {
            if (!ids.contains(lying.item().id())) continue;
            found++;
            fates.merge(Fate.of(effect, lying.item()), 1, Integer::sum);
        }
        List<Said> sentences = fates.entrySet().stream()
                .map(one -> one.getKey().of(one.getValue()))
                .toList();
        return new Preview(effect, found, ids.size() - found, needsSecond(effect, ids), sentences);
    }

    /// What would become of a message, and where.
    private record Fate(What what, Optional<String> where) {

        static Fate of(Effect effect, Item item) {
            if (effect == Effect.DISCARD) return new Fate(What.WOULD_DISCARD, Optional.empty());
            if (item.destination().isEmpty()) return new Fate(What.WOULD_STAY, Optional.empty());
            return effect == Effect.RELEASE
                    ? new Fate(What.WOULD_RELEASE, item.destination())
                    : new Fate(What.WOULD_RETURN, Optional.of(item.gateway().orElseThrow()));
        }

        Said of(int many) {
            return where.map(place -> Said.of(what, many, place)).orElseGet(() -> Said.of(what, many));
        }
    }

    private static boolean needsSecond(Effect effect, Set<String> ids) {
        return effect == Effect.DISCARD || ids.size() > 1;
    }

    @Override
    public Answer apply(Effect effect, Set<String> ids, Operator by, Grounds why) {
        if (ids.isEmpty()) return new Answer.Refused(Said.of(What.NO_MESSAGE));
        if (ids.size() > MOST_AT_ONCE) return new Answer.Refused(Said.of(What.TOO_MANY, MOST_AT_ONCE));
        int missing;
        try {
            missing = missing(ids);
        } catch (BrokerUnfit _) {
            return new Answer.Refused(Said.of(What.QUARANTINE_UNREAD));
        }
        if (missing > 0) return new Answer.Refused(Said.of(What.NOT_IN_QUARANTINE, missing));
        if (!needsSecond(effect, ids)) {
            long index = log.write(what(effect, ids), by, why);
            return carryOut(index, effect, ids);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Proposal proposal = new Proposal(UUID.randomUUID(), effect, ids, by, why, now, now.plus(SECOND_WITHIN));
        log.write(
                "Asked for, to be confirmed by a second person before " + proposal.until() + " (" + proposal.id()
                        + "): " + what(effect, ids),
                by,
                why);
        proposals.keep(proposal);
        return new Answer.AwaitsSecond(proposal.id(), proposal.until(), Said.of(What.SECOND_NEEDED, proposal.until()));
    }

    private int missing(Set<String> ids) {
        Set<String> there = new TreeSet<>();
        for (Lying lying : shelf.browse())
            if (ids.contains(lying.item().id())) there.add(lying.item().id());
        return ids.size() - there.size();
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
            return new Answer.Refused(Said.of(What.NOT_THE_FIRST, known.by().name()));
        return proposals
                .take(
                        id,
                        taken -> new Confirmed(
                                taken,
                                log.write(
                                        "Confirmed what " + taken.by() + " asked for (" + taken.id() + "): "
                                                + what(taken.effect(), taken.messages()),
                                        by,
                                        taken.why())))
                .<Answer>map(confirmed -> carryOut(
                        confirmed.index(),
                        confirmed.proposal().effect(),
                        confirmed.proposal().messages()))
                .orElseGet(QuarantineDesk::gone);
    }

    private record Confirmed(Proposal proposal, long index) {}

    @Override
    public Answer decline(UUID id, Operator by, Grounds why) {
        if (known(id) == null) return gone();
        return proposals
                .take(
                        id,
                        taken -> log.write(
                                "Turned down what " + taken.by() + " asked for (" + taken.id() + "): "
                                        + what(taken.effect(), taken.messages()),
                                by,
                                why))
                .<Answer>map(index -> new Answer.Done(index, Said.of(What.NOT_DONE)))
                .orElseGet(QuarantineDesk::gone);
    }

    private @org.jspecify.annotations.Nullable Proposal known(UUID id) {
        return proposals().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Answer gone() {
        return new Answer.Refused(Said.of(What.NOT_WAITING));
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

    /// What became of the messages: done, left where they lie because nobody knows where they came from, and not done.
    private record Outcome(int done, int left, int failed) {

        boolean whole() {
            return left == 0 && failed == 0;
        }
    }

    /// What was not done as it stands at `index` is recorded, too.
    private Answer carryOut(long index, Effect effect, Set<String> ids) {
        Outcome outcome = move(effect, ids);
        if (!outcome.whole())
            try {
                log.write("Of what entry " + index + " says, " + outcome.done() + " of " + ids.size()
                        + " were done; left in quarantine, for it is not recorded where they came from: "
                        + outcome.left() + "; could not be moved: " + outcome.failed());
            } catch (RuntimeException e) {
                LOG.warn("What was not done of entry {} could not be recorded: {}", index, e.toString());
            }
        return new Answer.Done(index, sentence(effect, outcome, ids.size()));
    }

    private static Said sentence(Effect effect, Outcome outcome, int all) {
        What what = switch (effect) {
            case RELEASE -> What.RELEASED;
            case RETURN -> What.RETURNED;
            case DISCARD -> What.DISCARDED;
        };
        return Said.of(what, outcome.done(), all, outcome.left(), outcome.failed());
    }

    /// One message that cannot be moved keeps no other; a broker that answers none of several is left in peace.
    private Outcome move(Effect effect, Set<String> ids) {
        Set<String> homeless = effect == Effect.DISCARD ? Set.of() : homeless();
        int done = 0;
        int left = 0;
        int failed = 0;
        int inARow = 0;
        for (String id : ids.stream().sorted().toList()) {
            if (homeless.contains(id)) {
                left++;
                continue;
            }
            boolean moved = inARow < ENOUGH && moved(effect, id);
            inARow = moved ? 0 : inARow + 1;
            if (moved) done++;
            else failed++;
        }
        return new Outcome(done, left, failed);
    }

    private boolean moved(Effect effect, String id) {
        try {
            return shelf.replace(id, message -> instead(effect, message));
        } catch (BrokerUnfit e) {
            LOG.warn("The message {} stays in quarantine: {}", id, e.getMessage());
            return false;
        }
    }

    private Set<String> homeless() {
        try {
            return shelf.browse().stream()
                    .map(Lying::item)
                    .filter(item -> item.destination().isEmpty())
                    .map(Item::id)
                    .collect(Collectors.toSet());
        } catch (BrokerUnfit e) {
            LOG.warn("The broker does not say what lies in quarantine: {}", e.getMessage());
            return Set.of();
        }
    }

    /// Of a message of which it is not recorded where it came from nothing is sent, and it goes back where it lay.
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
                .map(parcel -> new Outgoing(parcel.to().address(), parcel.frame(), Optional.empty()))
                .toList();
    }
}
