package org.liaison.routes.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liaison.casework.course.CaseView;
import org.liaison.casework.course.Deadline;
import org.liaison.casework.course.Deadlines;
import org.liaison.message.AuthorityCode;
import org.liaison.routes.gateway.CaseClocks.Watched;
import org.liaison.routes.gateway.Notice.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reminds officers before something is due, and tells both sides when it was not done. Nothing is ever decided here:
/// what silence makes of a case is in the table of its course.
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger("org.liaison.gateway.deadlines");
    private static final int AT_ONCE = 200;

    private final CaseClocks clocks;
    private final Register register;

    Watch(CaseClocks clocks, Register register) {
        this.clocks = clocks;
        this.register = register;
    }

    record Looked(List<Notice> notices) {}

    /// Without directory and rulebook nobody can say what is due; the cases wait until they are there again.
    Looked look(Instant now) {
        Optional<Register.InForce> inForce = register.inForce(now);
        if (inForce.isEmpty()) return new Looked(List.of());
        List<Notice> told = new ArrayList<>();
        Optional<RuntimeException> fault = Optional.empty();
        for (Watched watched : clocks.toLookAt(now, AT_ONCE))
            try {
                told.addAll(look(watched, inForce.get(), now));
            } catch (RuntimeException e) {
                fault = Optional.of(e);
            }
        // One case that cannot be looked at keeps no other waiting; then it is said.
        if (fault.isPresent()) throw fault.get();
        return new Looked(told);
    }

    private List<Notice> look(Watched watched, Register.InForce inForce, Instant now) {
        List<Deadline> deadlines = Deadlines.of(watched.view(), AgreedTerms.of(watched.view(), inForce));
        return clocks.told(
                watched,
                notices(watched, deadlines, new Contacts(inForce.directory()), now),
                next(watched.view(), deadlines, now),
                now);
    }

    void tell(Looked looked) {
        for (Notice notice : looked.notices())
            if (notice.urgency() != Urgency.REMINDER)
                LOG.warn("case {} of {}: {} passed its limit", notice.caseId(), notice.owner(), notice.clock());
    }

    private static List<Notice> notices(Watched watched, List<Deadline> deadlines, Contacts contacts, Instant now) {
        List<Notice> notices = new ArrayList<>();
        for (Deadline deadline : deadlines) {
            if (deadline.missed(now)) notices.add(missed(watched, deadline, contacts));
            else if (deadline.mustAct().contains(watched.owner()))
                deadline.reminders().stream()
                        .filter(moment -> !moment.isAfter(now))
                        .max(Comparator.naturalOrder())
                        .ifPresent(moment -> notices.add(reminder(watched, deadline, moment)));
        }
        silence(watched).ifPresent(notices::add);
        return notices;
    }

    private static Notice reminder(Watched watched, Deadline deadline, Instant moment) {
        return notice(
                watched,
                deadline,
                Urgency.REMINDER,
                moment,
                "Your authority is to act by " + deadline.due().orElseThrow() + ": " + limit(deadline) + ".");
    }

    /// Who should have acted hears it, and so does who waits, with whom to call: the contact point first, then whoever
    /// the directory lists in that country.
    private static Notice missed(Watched watched, Deadline deadline, Contacts contacts) {
        Instant due = deadline.due().orElseThrow();
        boolean ours = deadline.mustAct().contains(watched.owner());
        String sentence = ours
                ? "Your authority was to act by " + due + ": " + limit(deadline)
                        + ". Act now, or tell the other side when you will."
                : names(deadline.mustAct()) + " was to act by " + due + ": " + limit(deadline) + ". "
                        + contacts.whomToCall(deadline.mustAct());
        return notice(watched, deadline, Urgency.MISSED, due, sentence);
    }

    private static Optional<Notice> silence(Watched watched) {
        CaseView view = watched.view();
        if (view.entered().isEmpty()) return Optional.empty();
        CaseView.Entered last = view.entered().getLast();
        if (last.by().isPresent()) return Optional.empty();
        return Optional.of(new Notice(
                view.id(),
                watched.owner(),
                last.state().code(),
                Urgency.SILENCE,
                last.at(),
                "Nobody acted in time: " + last.state().sentence() + "."));
    }

    private static Notice notice(Watched watched, Deadline deadline, Urgency urgency, Instant moment, String sentence) {
        return new Notice(watched.view().id(), watched.owner(), deadline.clock(), urgency, moment, sentence);
    }

    private static String limit(Deadline deadline) {
        return "the " + (deadline.binding() ? "deadline" : "target") + " to " + deadline.clock() + " ("
                + deadline.source() + ")";
    }

    private static String names(List<AuthorityCode> authorities) {
        return String.join(
                " and ", authorities.stream().map(AuthorityCode::toString).toList());
    }

    /// The first moment at which something new is to be said.
    private static Optional<Instant> next(CaseView view, List<Deadline> deadlines, Instant now) {
        return Stream.concat(
                        view.silentUntil().stream(),
                        deadlines.stream()
                                .flatMap(deadline ->
                                        Stream.concat(deadline.due().stream(), deadline.reminders().stream())))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }
}
