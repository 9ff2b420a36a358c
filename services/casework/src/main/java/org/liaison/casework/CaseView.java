package org.liaison.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.casework.Step.Moved;
import org.liaison.casework.Step.NotAllowed;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.MessageKind;

/// Where a case stands, worked out from its messages alone: whoever has the same messages sees the same case, in
/// whatever order they arrived.
///
/// `history` are the messages in the order in which they count; `misfits` those that do not fit (yet): one of them may
/// have overtaken the message it follows, and then it takes its place as soon as that one is there.
public record CaseView(
        CaseId id,
        CaseState state,
        Optional<AuthorityCode> asking,
        List<AuthorityCode> asked,
        List<Fact> history,
        List<Fact> misfits) {

    public CaseView {
        asked = List.copyOf(asked);
        history = List.copyOf(history);
        misfits = List.copyOf(misfits);
    }

    /// The earliest message that fits comes next, until none fits. Taking the earliest *that fits*, not simply the
    /// earliest, forgives two desks whose clocks differ by less than an answer takes.
    public static CaseView of(CaseId id, Collection<Fact> facts) {
        List<Fact> waiting =
                new ArrayList<>(facts.stream().distinct().sorted(Fact.ORDER).toList());
        CaseView view = new CaseView(id, CaseState.DRAFT, Optional.empty(), List.of(), List.of(), List.of());
        for (Optional<Fact> next = view.firstThatFits(waiting); next.isPresent(); next = view.firstThatFits(waiting)) {
            waiting.remove(next.get());
            view = view.after(next.get());
        }
        return new CaseView(id, view.state, view.asking, view.asked, view.history, waiting);
    }

    /// Whether this message may come next, and where it leads.
    public Step next(Fact fact) {
        Optional<Actor> actor = asking.isEmpty() ? opener(fact) : actor(fact.from());
        if (actor.isEmpty())
            return new NotAllowed(
                    asking.isEmpty()
                            ? fact.event().kind() + " from " + fact.from() + " cannot open the case " + id + "."
                            : fact.from() + " is not a party to this case.");
        if (!reachesTheOtherSide(fact, actor.get()))
            return new NotAllowed(fact.event().kind() + " must go to the other side of this case.");
        return Cases.next(state, fact.event(), actor.get());
    }

    /// The side that an authority takes in this case; empty for who is no party to it.
    public Optional<Actor> actor(AuthorityCode authority) {
        if (asking.filter(authority::equals).isPresent()) return Optional.of(Actor.ASKING);
        return asked.contains(authority) ? Optional.of(Actor.ASKED) : Optional.empty();
    }

    /// The kinds of message that this authority may send now.
    public Set<MessageKind> allowed(AuthorityCode authority) {
        return actor(authority).map(actor -> Cases.allowed(state, actor)).orElse(Set.of());
    }

    private Optional<Fact> firstThatFits(List<Fact> waiting) {
        return waiting.stream().filter(fact -> next(fact) instanceof Moved).findFirst();
    }

    private CaseView after(Fact fact) {
        if (!(next(fact) instanceof Moved moved)) throw new IllegalStateException("does not fit: " + fact.id());
        List<Fact> longer = new ArrayList<>(history);
        longer.add(fact);
        return new CaseView(
                id,
                moved.to(),
                asking.isEmpty() ? Optional.of(fact.from()) : asking,
                fact.event().asks() ? fact.to() : asked,
                longer,
                misfits);
    }

    /// Only an authority of the country in the case id opens a case, with a message of the family in the case id.
    /// Otherwise a stranger could take over a case whose id he has seen, by claiming to have opened it earlier.
    private Optional<Actor> opener(Fact fact) {
        boolean opens = fact.event().opens()
                && fact.from().country().equals(id.country())
                && fact.event().kind().code().startsWith(id.family() + "-");
        return opens ? Optional.of(Actor.ASKING) : Optional.empty();
    }

    private boolean reachesTheOtherSide(Fact fact, Actor actor) {
        return switch (actor) {
            case ASKED -> asking.filter(fact.to()::contains).isPresent();
            case ASKING -> fact.event().opens() || fact.to().stream().anyMatch(asked::contains);
        };
    }
}
