package org.liaison.casework.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liaison.casework.course.Event.Standing;
import org.liaison.casework.course.Step.Moved;
import org.liaison.casework.course.Step.NotAllowed;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;
import org.liaison.message.MessageKind;

/// Where a case stands, worked out from its messages alone: whoever has the same messages sees the same case at
/// the same time, in whatever order they arrived.
///
/// `entered` are the states in the order in which the case came to them. `history` are the messages in the order in
/// which they count; `misfits` those that do not fit (yet): one of them may have overtaken the message it follows, and
/// then it takes its place as soon as that one is there.
public record CaseView(
        CaseId id,
        CaseState state,
        Optional<AuthorityCode> asking,
        List<AuthorityCode> asked,
        List<Entered> entered,
        List<Fact> history,
        List<Fact> misfits) {

    /// That the case came to a state, or (`anew` is false) stayed in it; `by` is absent where silence brought it there.
    public record Entered(Instant at, CaseState state, boolean anew, Optional<Fact> by) {}

    /// More messages that fit nowhere are not kept: each costs every later look at the case.
    static final int MOST_MISFITS = 50;

    public CaseView {
        asked = List.copyOf(asked);
        entered = List.copyOf(entered);
        history = List.copyOf(history);
        misfits = List.copyOf(misfits);
    }

    /// A case of which nothing has been sent.
    public static CaseView none(CaseId id) {
        return new CaseView(id, Courses.of(id).draft(), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    /// The earliest message that fits comes next, until none fits. Taking the earliest *that fits*, not simply the
    /// earliest, forgives two desks whose clocks differ by less than an answer takes.
    public static CaseView of(CaseId id, Collection<Fact> facts, Instant now) {
        List<Fact> waiting =
                new ArrayList<>(facts.stream().distinct().sorted(Fact.ORDER).toList());
        CaseView view = none(id);
        for (Optional<Fact> next = view.firstThatFits(waiting); next.isPresent(); next = view.firstThatFits(waiting)) {
            waiting.remove(next.get());
            view = view.after(next.get());
        }
        CaseView last = view.at(now);
        return new CaseView(id, last.state, last.asking, last.asked, last.entered, last.history, waiting);
    }

    /// The same case when this message is there too.
    public CaseView with(Fact fact, Instant now) {
        List<Fact> facts = new ArrayList<>(history);
        facts.addAll(misfits);
        facts.add(fact);
        return of(id, facts, now);
    }

    /// Whether this message may come next, and where it leads.
    public Step next(Fact fact) {
        CaseView then = at(fact.created());
        return asking.isEmpty() ? then.opening(fact) : then.following(fact);
    }

    private Step opening(Fact fact) {
        Course course = Courses.of(id);
        Actor actor = fact.event().standing() == Standing.HANDS_ON ? Actor.ASKED : Actor.ASKING;
        boolean mayOpen = actor == Actor.ASKING
                ? fact.from().country().equals(id.country())
                : isHandedOn(fact) && asksFor(fact).isPresent();
        if (mayOpen && course.next(state, Optional.empty(), fact.event(), actor) instanceof Moved moved) return moved;
        return new NotAllowed(fact.event().kind() + " from " + fact.from() + " cannot open the case " + id + ".");
    }

    private Step following(Fact fact) {
        Optional<Actor> actor = actor(fact.from());
        if (actor.isEmpty()) return new NotAllowed(fact.from() + " is not a party to this case.");
        if (!reachesTheOtherSide(fact, actor.get()))
            return new NotAllowed(fact.event().kind() + " must go to the other side of this case.");
        if (fact.event().standing() == Standing.HANDS_ON && !isHandedOn(fact))
            return new NotAllowed(
                    fact.event().kind() + " goes to the asking authority and to one other of your own country.");
        return Courses.of(id).next(state, before(), fact.event(), actor.get());
    }

    /// The side that an authority takes in this case; empty for who is no party to it.
    public Optional<Actor> actor(AuthorityCode authority) {
        if (asking.filter(authority::equals).isPresent()) return Optional.of(Actor.ASKING);
        return asked.contains(authority) ? Optional.of(Actor.ASKED) : Optional.empty();
    }

    /// The kinds of message that this authority may send now.
    public Set<MessageKind> allowed(AuthorityCode authority) {
        return actor(authority)
                .map(actor -> Courses.of(id).allowed(state, actor))
                .orElse(Set.of());
    }

    /// The kinds among the allowed ones by which this authority would move the case on.
    public Set<MessageKind> onward(AuthorityCode authority) {
        return actor(authority)
                .map(actor -> Courses.of(id).onward(state, actor))
                .orElse(Set.of());
    }

    /// The side for which the case waits: the one that can move it on; where both can, the one that did not speak last.
    /// Nobody's turn is it only when the case is over.
    public Optional<Actor> turn() {
        Course course = Courses.of(id);
        List<Actor> movers = Stream.of(Actor.values())
                .filter(actor -> !course.onward(state, actor).isEmpty())
                .toList();
        if (movers.size() < 2) return movers.stream().findFirst();
        return history.isEmpty()
                ? Optional.empty()
                : movers.stream()
                        .filter(actor -> actor(history.getLast().from())
                                .filter(actor::equals)
                                .isEmpty())
                        .findFirst();
    }

    /// Whether a message that does not fit now could fit when others arrive: its sender may be a party, and the
    /// case is not over.
    public boolean mayStillFit(Fact fact) {
        if (misfits.size() >= MOST_MISFITS) return false;
        if (asking.isEmpty())
            return !(Courses.of(id).next(state, Optional.empty(), fact.event(), Actor.ASKING) instanceof Moved);
        return actor(fact.from()).isPresent() && !state.terminal();
    }

    /// Whether this message, coming late, finds a place in the case: not as the message that opened it, for
    /// then whoever has seen the id of a case could claim to have opened it earlier.
    public boolean hasPlaceFor(Fact fact, Instant now) {
        List<Fact> then = with(fact, now).history();
        boolean opens = !then.isEmpty() && then.getFirst().equals(fact);
        return then.contains(fact)
                && (!opens
                        || asking.isEmpty()
                        || asking.filter(fact.from()::equals).isPresent());
    }

    /// Whether this message hands a case on to `owner` as the one who asks in it, who asked nothing of the
    /// kind: its own opening message would be there.
    public boolean presumesToAskFor(AuthorityCode owner, Fact fact) {
        return asking.isEmpty()
                && fact.event().standing() == Standing.HANDS_ON
                && asksFor(fact).filter(owner::equals).isPresent();
    }

    /// When the case moves by itself unless somebody acts.
    public Optional<Instant> silentUntil() {
        return silence(Instant.MAX).map(Entered::at);
    }

    /// What silence made of the case by then.
    private CaseView at(Instant now) {
        CaseView view = this;
        for (Optional<Entered> next = view.silence(now); next.isPresent(); next = view.silence(now))
            view = view.enter(List.of(next.get()));
        return view;
    }

    private Optional<Entered> silence(Instant now) {
        return Courses.of(id).timeouts().stream()
                .flatMap(timeout -> timeout.at(state, history).stream()
                        .filter(end -> !end.isAfter(now))
                        .map(end -> new Entered(end, timeout.to(), true, Optional.empty())))
                .min(Comparator.comparing(Entered::at));
    }

    private Optional<Fact> firstThatFits(List<Fact> waiting) {
        return waiting.stream().filter(fact -> next(fact) instanceof Moved).findFirst();
    }

    private CaseView after(Fact fact) {
        if (!(next(fact) instanceof Moved moved)) throw new IllegalStateException("does not fit: " + fact.id());
        CaseView then = at(fact.created());
        List<Entered> states = new ArrayList<>();
        for (CaseState through : moved.through())
            states.add(new Entered(fact.created(), through, true, Optional.of(fact)));
        boolean anew = !moved.through().isEmpty() || !moved.to().equals(then.state);
        states.add(new Entered(fact.created(), moved.to(), anew, Optional.of(fact)));
        List<Fact> longer = new ArrayList<>(history);
        longer.add(fact);
        CaseView moving = then.enter(states);
        return new CaseView(
                id,
                moved.to(),
                asking.or(() -> asksFor(fact)),
                askedAfter(fact, !moved.to().equals(then.state)),
                moving.entered,
                longer,
                misfits);
    }

    private CaseView enter(List<Entered> states) {
        List<Entered> longer = new ArrayList<>(entered);
        longer.addAll(states);
        return new CaseView(id, states.getLast().state(), asking, asked, longer, history, misfits);
    }

    /// Where the case stood before the interlude in which it is.
    private Optional<CaseState> before() {
        return entered.reversed().stream()
                .map(Entered::state)
                .filter(earlier -> earlier.nature() == CaseState.Nature.OPEN)
                .findFirst();
    }

    /// Who is asked while a case moves comes beside those asked before: after an alarm, the referral.
    private List<AuthorityCode> askedAfter(Fact fact, boolean moves) {
        return switch (fact.event().standing()) {
            case ASKS ->
                asked.isEmpty() || moves
                        ? Stream.concat(asked.stream(), fact.to().stream())
                                .distinct()
                                .toList()
                        : asked;
            case HANDS_ON -> newlyAsked(fact);
            case NOTIFIES, PLAIN -> asked;
        };
    }

    /// Who asks in the case that this message opens. Only an authority of the country in the case id does; otherwise a
    /// stranger could take over a case whose id he has seen, by claiming to have opened it earlier.
    private Optional<AuthorityCode> asksFor(Fact fact) {
        if (fact.event().standing() != Standing.HANDS_ON) return Optional.of(fact.from());
        return fact.to().stream()
                .filter(to -> to.country().equals(id.country()))
                .findFirst();
    }

    private List<AuthorityCode> newlyAsked(Fact fact) {
        return fact.to().stream()
                .filter(to -> asking.or(() -> asksFor(fact)).filter(to::equals).isEmpty())
                .toList();
    }

    /// An authority hands a case on within its own country only.
    private boolean isHandedOn(Fact fact) {
        List<AuthorityCode> others = newlyAsked(fact);
        return others.size() == 1
                && others.getFirst().country().equals(fact.from().country())
                && fact.to().size() == 2;
    }

    private boolean reachesTheOtherSide(Fact fact, Actor actor) {
        return switch (actor) {
            case ASKED -> asking.filter(fact.to()::contains).isPresent();
            case ASKING ->
                fact.event().standing() == Standing.ASKS
                        || fact.event().standing() == Standing.NOTIFIES
                        || fact.to().stream().anyMatch(asked::contains);
        };
    }
}
